package vn.binhdang.execution.oversight;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * @param standing sentence: not approved, or approved on a day
 * @param plans whether the actor can add and call off visits now
 * @param submits whether the actor can put it before the head now
 * @param sendsBack whether it is with the head and the actor can send or take it back
 * @param judges whether that is sending it back with a reason, as the head does
 * @param returned what the head wants changed; empty when nothing
 * @param next address of the following page; null on the last
 */
public record ProgrammePage(
        int year,
        String standing,
        boolean approved,
        boolean exists,
        boolean plans,
        boolean approves,
        boolean submits,
        boolean sendsBack,
        boolean judges,
        String returned,
        String saved,
        List<Line> lines,
        @Nullable OversightKind kind,
        int found,
        @Nullable String next,
        boolean first,
        Form form) {

    /** @param cancelAction empty when it cannot be called off */
    public record Line(
            String id,
            OversightKind kind,
            String unit,
            String subject,
            int quarter,
            String note,
            String missionHref,
            boolean visited,
            boolean cancelled,
            String cancelAction) {}

    public record Form(
            String kind, String unit, String subject, String quarter, String reason, Map<String, String> mistakes) {
        static final Form EMPTY = new Form("CHECK", "", "", "", "", Map.of());

        @Nullable
        public String mistake(String field) {
            return mistakes.get(field);
        }
    }
}
