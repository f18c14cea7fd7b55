package vn.binhdang.access.review;

import java.time.LocalDate;

/** Half a year: "2026-1" is January to June. */
public record ReviewPeriod(int year, int half) {
    public ReviewPeriod {
        if (half != 1 && half != 2) throw new IllegalArgumentException("half " + half);
    }

    static ReviewPeriod on(LocalDate day) {
        return new ReviewPeriod(day.getYear(), day.getMonthValue() <= 6 ? 1 : 2);
    }

    String code() {
        return year + "-" + half;
    }
}
