package vn.binhdang.execution.oversight;

import java.util.List;

/** The three kinds beside one another. */
public record KindsPage(List<Kind> kinds, boolean overseer) {
    /** @param verified whether all of it was read in a source; what was not is marked, never shown as a fact */
    public record Kind(
            OversightKind kind,
            String carriedOutBy,
            String subjects,
            String documents,
            String caution,
            String source,
            boolean verified,
            List<Basis> bases) {}

    public record Basis(String title, String source, boolean verified) {}
}
