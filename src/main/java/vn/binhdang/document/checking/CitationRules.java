package vn.binhdang.document.checking;

import static vn.binhdang.document.checking.CheckedDocument.firstLine;
import static vn.binhdang.document.checking.CheckedDocument.printed;
import static vn.binhdang.document.checking.Say.error;
import static vn.binhdang.document.checking.Say.mended;
import static vn.binhdang.document.checking.Say.warning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.Finding;
import vn.binhdang.document.LegalBasis;
import vn.binhdang.document.Lines;
import vn.binhdang.document.SourceText;
import vn.binhdang.document.checking.CheckedDocument.Citation;
import vn.binhdang.document.checking.Reference.Instrument;

/** The legal bases and every other document that is cited (article 8 and annex I, part II.6). */
final class CitationRules {
    private static final Set<String> LAWS = Set.of("luật", "bộ luật", "pháp lệnh", "hiến pháp");
    private static final Pattern SITTING = Pattern.compile("/QH\\d|/UBTVQH|NQ/TW$");

    private CitationRules() {}

    /**
     * Annex I part II.6: every basis ends with ";", the last with ".". Seen only in the source, where a basis that runs on
     * in its paragraph ("…; Sở Khoa học và Công nghệ xây dựng kế hoạch") is followed by its mark.
     */
    static Stream<Finding> basisEndMark(CheckedDocument checked) {
        var bases = checked.document().legalBases();
        return IntStream.range(0, bases.size()).boxed().flatMap(i -> {
            LegalBasis basis = bases.get(i);
            if (!endsWithoutMark(checked.source(), basis)) return Stream.empty();
            String mark = i == bases.size() - 1 ? "." : ";";
            return Stream.of(mended(
                    error("basisWithoutEndMark", firstLine(basis.lines()), Words.opening(basis.text()), mark),
                    "legalBases[%d].text".formatted(i),
                    withoutComma(basis.text()) + mark));
        });
    }

    /** Annex I part II.6: the first citation gives the date of issue. Laws are cited by name only. */
    static Stream<Finding> citationDate(CheckedDocument checked) {
        return incomplete(checked, citation -> citation.date() == null, "citationWithoutDate");
    }

    /**
     * Annex I part II.6: the first citation names the agency that issued the document. A basis may name it once for several
     * ("các Quyết định của Thủ tướng Chính phủ: số …, số …") or as the one who proposes ("Theo đề nghị của Giám đốc Sở …").
     */
    static Stream<Finding> citationIssuer(CheckedDocument checked) {
        var bases = checked.document().legalBases();
        Set<Lines> issuerNamed = bases.stream()
                .filter(basis -> basis.issuer() != null || Words.holds(Words.key(basis.text()), "của"))
                .map(LegalBasis::lines)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return incomplete(
                checked,
                citation -> citation.issuer() == null
                        && (citation.basis() == null
                                || !issuerNamed.contains(
                                        bases.get(citation.basis()).lines())),
                "citationWithoutIssuer");
    }

    /**
     * Offices do not issue on days of rest, so such a date is more often mistyped than true: 14/4/2024 is a Sunday. Never
     * an error, because urgent documents exist. The National Assembly and the Central Committee also sit on Saturdays (Law
     * 43/2024/QH15 is of Saturday 29/6/2024), so theirs are not asked about.
     */
    static Stream<Finding> citedOnDayOfRest(CheckedDocument checked) {
        var days = checked.reference().workingDays();
        return numbered(checked).flatMap(citation -> {
            LocalDate date = citation.date();
            if (date == null || days.isWorkingDay(date) || ofSittingBody(citation)) return Stream.empty();
            if (checked.reference()
                    .instrument(String.valueOf(citation.number()))
                    .filter(known -> date.equals(known.issuedOn()))
                    .isPresent()) return Stream.empty();
            return Stream.of(days.holiday(date)
                    .map(name -> warning("citedOnHoliday", citation.line(), citation.printed(), printed(date), name))
                    .orElseGet(() -> warning(
                            date.getDayOfWeek() == DayOfWeek.SUNDAY ? "citedOnSunday" : "citedOnSaturday",
                            citation.line(),
                            citation.printed(),
                            printed(date))));
        });
    }

    /** A document cannot rest on one that did not exist yet: a plan of 3 March that cites a decision of 18 March. */
    static Stream<Finding> citedAfterDocument(CheckedDocument checked) {
        return checked.lastPossibleDay().stream()
                .flatMap(day -> numbered(checked)
                        .filter(citation ->
                                citation.date() != null && citation.date().isAfter(day))
                        .map(citation -> warning(
                                "citedAfterDocument", citation.line(), citation.printed(), printed(citation.date()))));
    }

    /**
     * Law on the promulgation of legal documents: a document without force cannot be a basis. Decree 25/2025/NĐ-CP in a
     * plan of August 2026 was replaced by 276/2026/NĐ-CP.
     */
    static Stream<Finding> citedWithoutForce(CheckedDocument checked) {
        return checked.lastPossibleDay().stream()
                .flatMap(day -> numbered(checked)
                        .flatMap(citation -> checked.reference().instrument(String.valueOf(citation.number())).stream()
                                .flatMap(found -> withoutForce(citation, found, day))));
    }

    private static Stream<Finding> withoutForce(Citation citation, Instrument found, LocalDate day) {
        LocalDate ended = found.endedOn();
        if (ended == null || ended.isAfter(day)) return Stream.empty();
        return Stream.of(
                found.replacedBy() == null
                        ? warning("citedEnded", citation.line(), citation.printed(), printed(ended))
                        : warning(
                                "citedReplaced",
                                citation.line(),
                                citation.printed(),
                                found.replacedBy(),
                                printed(ended)));
    }

    private static Stream<Citation> numbered(CheckedDocument checked) {
        return checked.citations().stream().filter(citation -> citation.number() != null);
    }

    /** An error in a basis; in the running text, where authors shorten, one warning for many. */
    private static Stream<Finding> incomplete(CheckedDocument checked, Predicate<Citation> lacking, String code) {
        var found = numbered(checked)
                .filter(citation -> !isLaw(citation))
                .filter(lacking)
                .toList();
        var inText = found.stream().filter(citation -> citation.basis() == null).toList();
        return Stream.concat(
                found.stream()
                        .filter(citation -> citation.basis() != null)
                        .map(citation -> error(code, citation.line(), citation.printed())),
                Say.each(
                        inText,
                        (int) numbered(checked).count(),
                        citation -> warning(code, citation.line(), citation.printed()),
                        Citation::printed));
    }

    private static boolean isLaw(Citation citation) {
        return citation.type() != null && LAWS.contains(Words.key(citation.type()));
    }

    private static boolean ofSittingBody(Citation citation) {
        return isLaw(citation)
                || SITTING.matcher(Reference.number(String.valueOf(citation.number())))
                        .find();
    }

    /** Whether the paragraph ends with the basis, so that nothing (or a comma) stands where its mark should be. */
    private static boolean endsWithoutMark(@Nullable SourceText source, LegalBasis basis) {
        Lines lines = basis.lines();
        String text = squeeze(basis.text());
        if (source == null || lines == null || lines.to() > source.lines().size()) return false;
        if (text.isEmpty() || text.endsWith(";") || text.endsWith(".")) return false;
        String line = source.lines().get(lines.to() - 1).text();
        String end = withoutComma(squeeze(
                line.substring(Math.max(0, line.length() - 2 * basis.text().length()))));
        return !end.isEmpty() && (end.endsWith(text) || text.endsWith(end));
    }

    /** Without white space and marks of emphasis, which copying adds and loses. */
    private static String squeeze(String text) {
        var squeezed = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && c != '\u00a0' && c != '*' && c != '_') squeezed.append(c);
        }
        return squeezed.toString();
    }

    private static String withoutComma(String text) {
        String stripped = text.strip();
        return stripped.endsWith(",") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }
}
