package vn.binhdang.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.calendar.ReportingPeriod.Kind;

/**
 * How reporting periods are written in addresses, files and tables. As text: {@code 2025} a year, {@code 2025S1} a half,
 * {@code 2025Q3} a quarter, {@code 2025M07} a month, {@code 2025N9} nine months. As a number: the year times 100 and 1 to 12
 * for a month, 21 to 24 for a quarter, 31 or 32 for a half, 41 for nine months, 51 for the year, so that periods of a year
 * lie together.
 */
public final class PeriodCode {
    private static final Pattern TEXT = Pattern.compile("(\\d{4})(?:S([12])|Q([1-4])|M(0[1-9]|1[0-2])|(N9))?");

    private PeriodCode() {}

    public static String text(ReportingPeriod period) {
        return switch (period.kind()) {
            case MONTH -> period.year() + (period.ordinal() < 10 ? "M0" : "M") + period.ordinal();
            case QUARTER -> period.year() + "Q" + period.ordinal();
            case FIRST_HALF -> period.year() + "S1";
            case SECOND_HALF -> period.year() + "S2";
            case NINE_MONTHS -> period.year() + "N9";
            case YEAR -> Integer.toString(period.year());
        };
    }

    /** Empty when it is not the code of a period. */
    public static Optional<ReportingPeriod> parse(String text) {
        var m = TEXT.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!m.matches()) return Optional.empty();
        int year = Integer.parseInt(m.group(1));
        if (year < 1000) return Optional.empty();
        if (m.group(2) != null)
            return Optional.of(ReportingPeriod.of(m.group(2).equals("1") ? Kind.FIRST_HALF : Kind.SECOND_HALF, year));
        if (m.group(3) != null) return Optional.of(ReportingPeriod.quarter(year, Integer.parseInt(m.group(3))));
        if (m.group(4) != null) return Optional.of(ReportingPeriod.month(year, Integer.parseInt(m.group(4))));
        return Optional.of(ReportingPeriod.of(m.group(5) != null ? Kind.NINE_MONTHS : Kind.YEAR, year));
    }

    public static int number(ReportingPeriod period) {
        return period.year() * 100
                + switch (period.kind()) {
                    case MONTH -> period.ordinal();
                    case QUARTER -> 20 + period.ordinal();
                    case FIRST_HALF -> 31;
                    case SECOND_HALF -> 32;
                    case NINE_MONTHS -> 41;
                    case YEAR -> 51;
                };
    }

    /** @throws IllegalArgumentException when no period has this number */
    public static ReportingPeriod of(int number) {
        int year = number / 100;
        int rest = number % 100;
        if (rest >= 1 && rest <= 12) return ReportingPeriod.month(year, rest);
        if (rest >= 21 && rest <= 24) return ReportingPeriod.quarter(year, rest - 20);
        return ReportingPeriod.of(
                switch (rest) {
                    case 31 -> Kind.FIRST_HALF;
                    case 32 -> Kind.SECOND_HALF;
                    case 41 -> Kind.NINE_MONTHS;
                    case 51 -> Kind.YEAR;
                    default -> throw new IllegalArgumentException("no period has the number " + number);
                },
                year);
    }

    /**
     * The periods of another kind that make up one: the quarters of a half, the halves of a year. A period of that kind
     * itself is made up of itself; empty when it cannot be made up of such ones.
     */
    public static List<ReportingPeriod> within(ReportingPeriod period, PeriodKind kind) {
        if (PeriodKind.of(period) == kind) return List.of(period);
        var parts = new ArrayList<ReportingPeriod>();
        for (var part : kind.periods(period.year()))
            if (!part.from().isBefore(period.from()) && !part.to().isAfter(period.to())) parts.add(part);
        boolean covered = !parts.isEmpty()
                && parts.getFirst().from().equals(period.from())
                && parts.getLast().to().equals(period.to());
        return covered ? List.copyOf(parts) : List.of();
    }
}
