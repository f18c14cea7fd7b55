package vn.binhdang.document.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The register of one year as it is printed (Decree 30/2020 annex IV): issued documents in the order of their numbers.
 *
 * @param years that can be chosen
 */
public record PrintedRegister(String agency, int year, List<Integer> years, List<Line> lines) {

    /**
     * @param recipients lines of Nơi nhận without the archive line, joined
     * @param archive the archive line
     * @param stateKey message key of what became of it; null while it is in force
     */
    public record Line(
            String href,
            String numberAndSymbol,
            String issuedOn,
            String subject,
            String signer,
            String recipients,
            String archive,
            @Nullable String stateKey) {}
}
