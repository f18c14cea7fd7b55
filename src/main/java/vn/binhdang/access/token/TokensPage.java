package vn.binhdang.access.token;

import java.util.List;

/**
 * A person's own tokens.
 * @param mayMake whether the roles held today allow anything that programs may do
 */
public record TokensPage(List<Line> lines, boolean mayMake, boolean revoked) {
    /**
     * @param scopes message keys
     * @param state last part of a message key: "holds", "over" or "revoked"
     * @param usedOn empty when it was never used
     * @param reason why an administrator revoked it; empty when none did
     */
    public record Line(
            String id,
            String name,
            String agency,
            List<String> scopes,
            String state,
            String lastDay,
            String usedOn,
            String reason) {
        public boolean holds() {
            return state.equals("holds");
        }
    }
}
