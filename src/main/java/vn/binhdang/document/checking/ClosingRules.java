package vn.binhdang.document.checking;

import static vn.binhdang.document.checking.CheckedDocument.firstLine;
import static vn.binhdang.document.checking.Say.error;
import static vn.binhdang.document.checking.Say.mended;
import static vn.binhdang.document.checking.Say.proposal;
import static vn.binhdang.document.checking.Say.warning;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.binhdang.document.Block;
import vn.binhdang.document.Finding;
import vn.binhdang.document.Finding.Severity;
import vn.binhdang.document.Signature;

/** The end of the text and who signs below it (article 13; annex I, parts II.6 and II.7). */
final class ClosingRules {
    private static final Pattern END = Pattern.compile("\\.\\s?/\\s?\\.");
    private static final Pattern HONOUR = Pattern.compile(
            "^((?:(?:PGS|GS|TS|ThS|Th\\.S|BS|BSCK|CN|KS|NGƯT|NGND|TTND|TTƯT|LS)\\s?[.,]\\s?)+)(?=\\p{Lu})");

    private ClosingRules() {}

    /** Sample forms of annex III: the text ends with "./.", so that nothing can be added below it unseen. */
    static Stream<Finding> endMark(CheckedDocument checked) {
        List<Block> body = checked.document().body();
        if (body.isEmpty() || anyEndMark(checked)) return Stream.empty();
        Block last = body.getLast();
        Finding missing = warning("endMarkMissing", firstLine(last.lines()));
        if (last.kind() == Block.Kind.TABLE) return Stream.of(missing);
        String text = last.text().strip();
        while (text.endsWith(".") || text.endsWith(";")) text = text.substring(0, text.length() - 1);
        return Stream.of(mended(missing, "body[%d].text".formatted(body.size() - 1), text + "./."));
    }

    /** Article 13: every document is signed by the person who has the authority. */
    static Stream<Finding> signer(CheckedDocument checked) {
        Signature signature = checked.document().signature();
        if ((signature != null && signature.name() != null) || checked.alreadyRead("signatureMissing", "signerMissing"))
            return Stream.empty();
        return Stream.of(Finding.of(
                checked.issued() ? Severity.ERROR : Severity.WARNING, "document.checking.signerMissing", null));
    }

    /**
     * Article 13.1: only a deputy signs for the head, "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC". Where no office is printed below, the
     * deputy's follows from the head's.
     */
    static Stream<Finding> deputyTitle(CheckedDocument checked) {
        Signature signature = checked.document().signature();
        if (signature == null || !"KT".equals(signature.capacity())) return Stream.empty();
        String title = signature.title();
        if (title != null && isDeputy(checked, title)) return Stream.empty();
        String capacity = signature.onBehalfOf() == null ? "KT." : "KT. " + signature.onBehalfOf();
        Finding finding = title == null
                ? error("deputyTitleMissing", null, capacity)
                : error("deputyTitleWrong", null, capacity, title);
        return Stream.of(
                title != null
                        ? finding
                        : deputyOf(checked, signature)
                                .map(deputy -> mended(finding, "signature.title", deputy))
                                .orElse(finding));
    }

    /**
     * Annex I part II.7: no academic title or honour before the name ("ThS. Nguyễn Văn An"); the armed forces, education,
     * health and science may be told otherwise by their manager, so this only proposes.
     */
    static Stream<Finding> honour(CheckedDocument checked) {
        Signature signature = checked.document().signature();
        if (signature == null || signature.name() == null) return Stream.empty();
        var honour = HONOUR.matcher(signature.name());
        return honour.find()
                ? Stream.of(mended(
                        proposal("honourBeforeName", null, honour.group(1).strip()),
                        "signature.name",
                        signature.name().substring(honour.end()).strip()))
                : Stream.empty();
    }

    private static boolean isDeputy(CheckedDocument checked, String title) {
        String key = Words.key(title);
        return key.startsWith("phó ")
                || checked.reference().deputies().stream().anyMatch(one -> key.startsWith(Words.key(one.deputy())));
    }

    private static Optional<String> deputyOf(CheckedDocument checked, Signature signature) {
        if (signature.onBehalfOf() == null) return Optional.empty();
        String head = Words.key(signature.onBehalfOf());
        return checked.reference().deputies().stream()
                .filter(one -> Words.key(one.head()).equals(head))
                .map(one -> one.deputy().toUpperCase(Locale.ROOT))
                .findFirst();
    }

    /** In the last blocks of the body, or somewhere in the source: tails of flattened pages come in any order. */
    private static boolean anyEndMark(CheckedDocument checked) {
        var source = checked.source();
        return checked.document().body().reversed().stream()
                        .limit(3)
                        .anyMatch(block -> END.matcher(block.text()).find())
                || (source != null
                        && source.lines().stream()
                                .anyMatch(line -> END.matcher(line.text()).find()));
    }
}
