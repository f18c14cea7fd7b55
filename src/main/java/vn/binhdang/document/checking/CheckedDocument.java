package vn.binhdang.document.checking;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.PartialDate;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Block;
import vn.binhdang.document.CitedDocument;
import vn.binhdang.document.Lines;
import vn.binhdang.document.SourceText;

/**
 * A document as the rules see it.
 *
 * @param source the text it was read from; null for a draft written in the product
 * @param layout measures of the file; null when there is no file or its format has none
 * @param issued it was signed and sent, so number and day must be there
 */
record CheckedDocument(
        AdministrativeDocument document,
        @Nullable SourceText source,
        @Nullable LayoutFacts layout,
        boolean issued,
        Reference reference) {

    /**
     * A document that this one names, where it names it first.
     *
     * @param basis its place among the legal bases; null when it is named in the text only
     */
    record Citation(
            @Nullable Integer basis,
            @Nullable String type,
            @Nullable String number,
            @Nullable LocalDate date,
            @Nullable String issuer,
            @Nullable Integer line) {
        String printed() {
            return type == null ? String.valueOf(number) : type + " " + number;
        }
    }

    /** The years a plan is for, both included; {@code named} when its subject says so and they are not only its date. */
    record Years(int first, int last, boolean named) {
        boolean single() {
            return first == last;
        }
    }

    private static final int HEAD = 40;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu");
    private static final Pattern SUBJECT_RANGE = Pattern.compile("(20\\d\\d)\\s{0,2}[-–]\\s{0,2}(20\\d\\d)");
    private static final Pattern SUBJECT_UNTIL = Pattern.compile("đến năm (20\\d\\d)");
    private static final Pattern SUBJECT_YEAR = Pattern.compile("năm (20\\d\\d)");

    /** The reader already said one of these ({@code "numberMissing"} of {@code document.reading.}). */
    boolean alreadyRead(String... codes) {
        var said = Stream.of(codes).map(code -> "document.reading." + code).toList();
        return document.findings().stream().anyMatch(finding -> said.contains(finding.code()));
    }

    /** The latest day that the document's date allows: a draft of April 2024 may still be issued on the 30th. */
    Optional<LocalDate> lastPossibleDay() {
        PartialDate date = document.date();
        if (date == null || date.year() == null) return Optional.empty();
        int year = date.year();
        if (date.month() == null) return Optional.of(LocalDate.of(year, 12, 31));
        if (date.day() == null)
            return Optional.of(YearMonth.of(year, date.month()).atEndOfMonth());
        return date.complete();
    }

    /** The earliest day that the document's date allows. */
    Optional<LocalDate> firstPossibleDay() {
        PartialDate date = document.date();
        if (date == null || date.year() == null) return Optional.empty();
        return Optional.of(LocalDate.of(
                date.year(),
                date.month() == null ? 1 : date.month(),
                date.month() == null || date.day() == null ? 1 : date.day()));
    }

    /** The day whose law applies; a document without a date is judged by the law in force. */
    LocalDate lawDay() {
        return lastPossibleDay().orElse(LocalDate.MAX);
    }

    /** Every document named, each once: the bases in their order, then the others in the order of the text. */
    List<Citation> citations() {
        var citations = new ArrayList<Citation>();
        Set<String> numbers = new HashSet<>();
        Set<String> dated = new HashSet<>();
        for (int i = 0; i < document.legalBases().size(); i++) {
            var basis = document.legalBases().get(i);
            if (basis.number() != null) {
                numbers.add(Reference.number(basis.number()));
                dated.add(Reference.number(basis.number()) + basis.date());
            }
            citations.add(new Citation(
                    i, basis.type(), basis.number(), basis.date(), basis.issuer(), firstLine(basis.lines())));
        }
        for (CitedDocument cited : document.citedDocuments()) {
            if (cited.number() == null) continue;
            String number = Reference.number(cited.number());
            boolean first = numbers.add(number);
            // the same number with another date is another document: numbers begin anew every year
            boolean another = cited.date() != null && dated.add(number + cited.date());
            if (first || another)
                citations.add(new Citation(
                        null, cited.type(), cited.number(), cited.date(), cited.issuer(), firstLine(cited.lines())));
        }
        return citations;
    }

    /** From the subject ("năm 2024", "giai đoạn 2021 - 2025", "đến năm 2030"), else the year of the date. */
    Optional<Years> planYears() {
        String subject = document.subjectLine() == null ? "" : Words.key(document.subjectLine());
        Integer dated = document.date() == null ? null : document.date().year();
        var range = SUBJECT_RANGE.matcher(subject);
        var until = SUBJECT_UNTIL.matcher(subject);
        Integer year = null;
        for (var one = SUBJECT_YEAR.matcher(subject); one.find(); )
            if (!subject.startsWith("đến", Math.max(0, one.start() - 4))) year = Integer.valueOf(one.group(1));
        if (year != null) return Optional.of(new Years(year, year, true));
        if (range.find()) {
            int first = Integer.parseInt(range.group(1));
            int last = Integer.parseInt(range.group(2));
            if (first <= last) return Optional.of(new Years(first, last, true));
        }
        if (until.find() && dated != null && dated <= Integer.parseInt(until.group(1)))
            return Optional.of(new Years(dated, Integer.parseInt(until.group(1)), true));
        return dated == null ? Optional.empty() : Optional.of(new Years(dated, dated, false));
    }

    /** The blocks of the body and of every annex. */
    Stream<Block> allBlocks() {
        return Stream.concat(
                document.body().stream(), document.annexes().stream().flatMap(annex -> annex.body().stream()));
    }

    /** What a block says: its text, or the cells of a table. */
    static Stream<String> texts(Block block) {
        return Stream.concat(Stream.of(block.text()), block.rows().stream().flatMap(List::stream));
    }

    /** The first lines of the source, where the heading of a document stands; empty without a source. */
    List<SourceText.Line> head() {
        return source == null
                ? List.of()
                : source.lines().subList(0, Math.min(HEAD, source.lines().size()));
    }

    /** The first line of the head that prints these letters; null when none does. */
    @Nullable
    Integer headLine(String printed) {
        String letters = Words.letters(printed);
        return head().stream()
                .filter(line -> Words.letters(line.text()).contains(letters))
                .findFirst()
                .map(SourceText.Line::number)
                .orElse(null);
    }

    static @Nullable Integer firstLine(@Nullable Lines lines) {
        return lines == null ? null : lines.from();
    }

    /** 14/4/2024, as the documents themselves write it within a sentence. */
    static String printed(LocalDate day) {
        return DAY.format(day);
    }
}
