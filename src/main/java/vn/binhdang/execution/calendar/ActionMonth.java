package vn.binhdang.execution.calendar;

import java.time.LocalDate;

/** Tháng hành động vì bình đẳng giới và phòng, chống bạo lực trên cơ sở giới: from 15 November to 15 December, both included. */
record ActionMonth(LocalDate first, LocalDate until) {
    static ActionMonth of(int year) {
        return new ActionMonth(LocalDate.of(year, 11, 15), LocalDate.of(year, 12, 16));
    }
}
