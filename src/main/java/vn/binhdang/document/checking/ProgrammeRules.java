package vn.binhdang.document.checking;

import static vn.binhdang.document.checking.CheckedDocument.firstLine;
import static vn.binhdang.document.checking.Say.warning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.Finding;
import vn.binhdang.document.checking.CheckedDocument.Years;

/** Programmes run for a number of years; a plan that leans on one should say what comes after its end. */
final class ProgrammeRules {
    private static final Pattern PERIOD = Pattern.compile(
            "giai đoạn (?:từ )?(?:năm )?(20\\d\\d)\\s{0,2}(?:[-–]|đến)\\s{0,2}(?:năm )?(20\\d\\d)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern PROGRAMME = Pattern.compile(
            "chiến lược|chương trình|đề án|dự án|kế hoạch", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** How far before its period the word programme may stand: names of programmes are long. */
    private static final int NAME = 300;

    /** A programme named in the text or by its number. */
    private record Mention(
            String name, int first, int last, @Nullable Integer line) {}

    private ProgrammeRules() {}

    /**
     * The 2021-2025 programmes ended on 31/12/2025: a plan of 2026 that carries one out stands on nothing, and a plan of
     * 2024 or 2025 should know it. Each period is said once, where it is first named. A plan whose own subject is the
     * period is not asked.
     */
    static Stream<Finding> programmePeriod(CheckedDocument checked) {
        var years = checked.planYears();
        if (years.isEmpty()) return Stream.empty();
        var said = new ArrayList<Mention>();
        for (Mention mention : mentions(checked)) {
            boolean known =
                    said.stream().anyMatch(one -> one.first() == mention.first() && one.last() == mention.last());
            if (!known && !isOwnPeriod(mention, checked)) said.add(mention);
        }
        return said.stream().flatMap(mention -> finding(mention, years.get()));
    }

    private static Stream<Finding> finding(Mention mention, Years plan) {
        String last = String.valueOf(mention.last());
        if (mention.last() < plan.first())
            return Stream.of(warning("programmeEnded", mention.line(), mention.name(), last));
        // A plan of one year is followed by the next plan, which will stand on nothing; a longer one outlives the
        // programme.
        boolean soon = plan.single() ? mention.last() <= plan.last() + 1 : mention.last() < plan.last();
        return soon ? Stream.of(warning("programmeEnds", mention.line(), mention.name(), last)) : Stream.empty();
    }

    private static List<Mention> mentions(CheckedDocument checked) {
        var mentions = new ArrayList<Mention>();
        checked.document().body().forEach(block -> {
            String text = block.text();
            for (var period = PERIOD.matcher(text); period.find(); ) {
                String before = text.substring(Math.max(0, period.start() - NAME), period.start());
                if (PROGRAMME.matcher(before).find())
                    mentions.add(mention(period.group(), period.group(1), period.group(2), firstLine(block.lines())));
            }
        });
        checked.citations()
                .forEach(citation -> checked.reference().programmes().stream()
                        .filter(programme -> citation.number() != null
                                && citation.date() != null
                                && citation.date().getYear() == programme.issuedYear()
                                && Reference.number(citation.number()).equals(Reference.number(programme.number())))
                        .forEach(programme -> mentions.add(new Mention(
                                programme.name(), programme.firstYear(), programme.lastYear(), citation.line()))));
        mentions.removeIf(mention -> mention.last() <= mention.first());
        mentions.sort(Comparator.comparing(Mention::line, Comparator.nullsLast(Comparator.naturalOrder())));
        return mentions;
    }

    private static Mention mention(String name, String first, String last, @Nullable Integer line) {
        return new Mention(name, Integer.parseInt(first), Integer.parseInt(last), line);
    }

    private static boolean isOwnPeriod(Mention mention, CheckedDocument checked) {
        String subject = checked.document().subjectLine();
        return subject != null
                && Pattern.compile(mention.first() + "\\s{0,2}[-–]\\s{0,2}" + mention.last())
                        .matcher(subject)
                        .find();
    }
}
