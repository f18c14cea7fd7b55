package vn.binhdang.execution.oversight;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.TypedDay;

/** What was typed of a mission of another body, as typed. */
record OtherBodyForm(
        @Nullable String kind,
        @Nullable String body,
        @Nullable String number,
        @Nullable String decidedOn,
        @Nullable String basis,
        @Nullable String arrival,
        @Nullable String subject,
        @Nullable String from,
        @Nullable String to,
        @Nullable String unit,
        @Nullable String version) {
    private static final int LONGEST = 500;

    OtherBodyForm {
        kind = MissionForm.text(kind);
        body = MissionForm.text(body);
        number = MissionForm.text(number);
        decidedOn = MissionForm.text(decidedOn);
        basis = MissionForm.text(basis);
        arrival = MissionForm.text(arrival);
        subject = MissionForm.text(subject);
        from = MissionForm.text(from);
        to = MissionForm.text(to);
        unit = MissionForm.text(unit);
        version = MissionForm.text(version);
    }

    static OtherBodyForm of(Mission mission, Mission.OtherBody body) {
        return new OtherBodyForm(
                mission.kind().name(),
                body.name(),
                mission.decisionNumber(),
                mission.decidedOn() == null ? "" : TypedDay.print(mission.decidedOn()),
                body.basis(),
                body.arrival(),
                mission.subject(),
                TypedDay.print(mission.fromDay()),
                TypedDay.print(mission.lastDay()),
                "",
                String.valueOf(mission.version()));
    }

    /**
     * What has to be mended, field to message key.
     * @param today nobody decides tomorrow what is written down today
     * @param concluded when the body concluded; null before that
     */
    Map<String, String> mistakes(LocalDate today, @Nullable LocalDate concluded) {
        var mistakes = new LinkedHashMap<String, String>();
        words(mistakes, "body", body, "execution.oversight.mend.body");
        words(mistakes, "number", number, "execution.oversight.mend.number");
        var decided = TypedDay.readNear(String.valueOf(decidedOn));
        if (decided.isEmpty()) mistakes.put("decidedOn", "execution.oversight.mend.day");
        else if (decided.get().isAfter(today)) mistakes.put("decidedOn", "execution.oversight.mend.future");
        fits(mistakes, "basis", basis);
        fits(mistakes, "arrival", arrival);
        words(mistakes, "subject", subject, "execution.oversight.mend.subject");
        var first = TypedDay.readNear(String.valueOf(from));
        var last = TypedDay.readNear(String.valueOf(to));
        if (first.isEmpty()) mistakes.put("from", "execution.oversight.mend.day");
        if (last.isEmpty()) mistakes.put("to", "execution.oversight.mend.day");
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get()))
            mistakes.put("to", "execution.oversight.mend.backwards");
        if (decided.isPresent() && last.isPresent() && decided.get().isAfter(last.get()))
            mistakes.putIfAbsent("decidedOn", "execution.oversight.mend.decidedLate");
        if (first.isPresent() && concluded != null && first.get().isAfter(concluded))
            mistakes.putIfAbsent("from", "execution.oversight.mend.afterConclusion");
        return mistakes;
    }

    /** What a form without {@link #mistakes} says. */
    OtherBodies.Decision read() {
        return new OtherBodies.Decision(
                OversightKind.named(kind).orElse(OversightKind.INSPECTION),
                String.valueOf(body),
                String.valueOf(number),
                TypedDay.readNear(String.valueOf(decidedOn)).orElseThrow(),
                String.valueOf(basis),
                String.valueOf(arrival),
                String.valueOf(subject),
                TypedDay.readNear(String.valueOf(from)).orElseThrow(),
                TypedDay.readNear(String.valueOf(to)).orElseThrow());
    }

    private static void words(Map<String, String> mistakes, String field, @Nullable String typed, String missing) {
        if (String.valueOf(typed).isEmpty()) mistakes.put(field, missing);
        fits(mistakes, field, typed);
    }

    private static void fits(Map<String, String> mistakes, String field, @Nullable String typed) {
        if (String.valueOf(typed).length() > LONGEST) mistakes.put(field, "execution.oversight.mend.long");
    }
}
