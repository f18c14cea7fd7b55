package vn.binhdang.document.approval;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Finding;
import vn.binhdang.kernel.Refused;

/** What stands between a draft and its submission: errors block, warnings are confirmed. */
@Component
public class Obstacles {
    private final SigningPowers powers;

    Obstacles(SigningPowers powers) {
        this.powers = powers;
    }

    public List<Finding> of(PrintableDraft draft) {
        var content = draft.printable().content();
        var findings = new ArrayList<>(ofContent(content));
        signature(powers.of(draft.agency()), content, findings);
        if (draft.beside() != null) findings.addAll(draft.beside().obstacles());
        return findings;
    }

    public static boolean blocking(List<Finding> findings) {
        return findings.stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR);
    }

    public static boolean toConfirm(List<Finding> findings) {
        return findings.stream().anyMatch(f -> f.severity() == Finding.Severity.WARNING);
    }

    /** What no document of any kind can be printed without. */
    static List<Finding> ofContent(AdministrativeDocument content) {
        var findings = new ArrayList<Finding>();
        if (isBlank(content.subjectLine())) findings.add(error("document.obstacle.noSubject"));
        if (isBlank(content.symbol())) findings.add(error("document.obstacle.noSymbol"));
        if (isBlank(content.issuingAgency())) findings.add(error("document.obstacle.noIssuer"));
        if (isBlank(content.place())) findings.add(error("document.obstacle.noPlace"));
        if (content.body().isEmpty()) findings.add(error("document.obstacle.noBody"));
        if (content.recipients().isEmpty()) findings.add(warning("document.obstacle.noRecipients"));
        return findings;
    }

    private static void signature(SigningPower power, AdministrativeDocument content, List<Finding> findings) {
        try {
            var named = power.named(content.signature());
            if (named.isEmpty()) findings.add(proposal("document.obstacle.noSigner"));
        } catch (Refused refused) {
            var arguments = refused.arguments().stream().map(String::valueOf).toArray(String[]::new);
            findings.add(Finding.of(Finding.Severity.WARNING, refused.messageKey(), null, arguments));
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static Finding error(String code) {
        return Finding.of(Finding.Severity.ERROR, code, null);
    }

    private static Finding warning(String code) {
        return Finding.of(Finding.Severity.WARNING, code, null);
    }

    private static Finding proposal(String code) {
        return Finding.of(Finding.Severity.PROPOSAL, code, null);
    }
}
