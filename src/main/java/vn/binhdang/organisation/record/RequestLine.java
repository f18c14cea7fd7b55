package vn.binhdang.organisation.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.Today;
import vn.binhdang.organisation.person.Days;
import vn.binhdang.web.Text;

/**
 * A request, ready to print.
 *
 * @param mark of the state for the style sheet
 */
public record RequestLine(
        String id,
        String person,
        String field,
        String words,
        String asked,
        String due,
        String state,
        String mark,
        boolean open,
        boolean overdue,
        @Nullable String answer,
        @Nullable String answered) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu");

    static RequestLine of(DataRequest request, LocalDate today, Text t) {
        boolean overdue = request.overdueOn(today);
        return new RequestLine(
                request.id().toString(),
                request.personName(),
                t.of("organisation.request.field." + request.field()),
                request.words(),
                moment(request.askedAt()),
                Days.print(request.dueOn()),
                t.of(overdue ? "organisation.request.overdue" : "organisation.request.state." + request.state()),
                overdue
                        ? "late"
                        : switch (request.state()) {
                            case OPEN -> "submitted";
                            case ACCEPTED -> "done";
                            case REFUSED -> "not-done";
                            case WITHDRAWN -> "draft";
                        },
                request.state() == DataRequest.State.OPEN,
                overdue,
                request.answer(),
                request.answeredAt() == null ? null : moment(request.answeredAt()));
    }

    static String moment(Instant at) {
        return MOMENT.format(at.atZone(Today.ZONE));
    }
}
