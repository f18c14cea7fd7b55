package vn.binhdang.document.checking;

import static vn.binhdang.document.checking.Say.error;
import static vn.binhdang.document.checking.Say.mended;
import static vn.binhdang.document.checking.Say.warning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.binhdang.document.Finding;

/** Nơi nhận (annex I, part II.9). */
final class RecipientRules {
    /** What is certain of the archive line; the drafting unit's abbreviation is added by its clerk. */
    static final String ARCHIVE = "Lưu: VT";

    private RecipientRules() {}

    /** A document that is sent to nobody was not finished. */
    static Stream<Finding> none(CheckedDocument checked) {
        return checked.document().recipients().isEmpty() && !checked.alreadyRead("recipientsMissing")
                ? Stream.of(warning("recipientsMissing", null))
                : Stream.empty();
    }

    /** Annex I part II.9.b: the last line is the archive's, "- Lưu: VT, VP." */
    static Stream<Finding> archiveLine(CheckedDocument checked) {
        List<String> recipients = checked.document().recipients();
        if (recipients.isEmpty() || recipients.stream().anyMatch(RecipientRules::isArchive)) return Stream.empty();
        return Stream.of(
                mended(error("archiveLineMissing", null), "recipients[%d]".formatted(recipients.size()), ARCHIVE));
    }

    /** The archive line closes the list: nobody stands below "Lưu". */
    static Stream<Finding> archiveLineLast(CheckedDocument checked) {
        List<String> recipients = checked.document().recipients();
        return recipients.stream().anyMatch(RecipientRules::isArchive) && !isArchive(recipients.getLast())
                ? Stream.of(warning("archiveLineNotLast", null, recipients.getLast()))
                : Stream.empty();
    }

    /** "Lãnh đạo Sở" twice: one of them gets two copies, or another was meant. */
    static Stream<Finding> repeated(CheckedDocument checked) {
        List<String> recipients = checked.document().recipients();
        Set<String> seen = new HashSet<>();
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < recipients.size(); i++)
            if (!seen.add(Words.key(recipients.get(i))))
                findings.add(mended(
                        warning("recipientRepeated", null, recipients.get(i)), "recipients[%d]".formatted(i), ""));
        return findings.stream();
    }

    private static boolean isArchive(String recipient) {
        String key = Words.key(recipient);
        return key.startsWith("lưu") || key.startsWith("- lưu");
    }
}
