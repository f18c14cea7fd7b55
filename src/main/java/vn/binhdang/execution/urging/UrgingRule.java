package vn.binhdang.execution.urging;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * When an agency urges without being asked.
 * @param own false for the standard of the product
 * @param automatic what is found goes out by itself
 * @param answerDays working days to answer
 */
record UrgingRule(
        UUID id,
        boolean own,
        LocalDate validFrom,
        boolean automatic,
        boolean byMail,
        UrgingCalendar.Shift shift,
        int answerDays,
        String source,
        List<Step> steps) {
    UrgingRule {
        steps = List.copyOf(steps);
    }

    /** @param days from the due day: -3 is three days before it */
    record Step(int days, Recipient recipient) {}
}
