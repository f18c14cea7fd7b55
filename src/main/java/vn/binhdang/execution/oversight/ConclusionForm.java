package vn.binhdang.execution.oversight;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.TypedDay;

/** What was typed of the conclusion of another body, as typed. */
record ConclusionForm(
        @Nullable String version,
        @Nullable String number,
        @Nullable String day,
        @Nullable String arrival,
        @Nullable String summary) {
    private static final int LONGEST = 500;
    private static final int LONGEST_SUMMARY = 10_000;

    ConclusionForm {
        version = MissionForm.text(version);
        number = MissionForm.text(number);
        day = MissionForm.text(day);
        arrival = MissionForm.text(arrival);
        summary = MissionForm.text(summary);
    }

    /**
     * What has to be mended, field to message key.
     * @param first day of the mission, before which nobody concludes
     * @param today nobody concludes tomorrow what is written down today
     */
    Map<String, String> mistakes(LocalDate first, LocalDate today) {
        var mistakes = new LinkedHashMap<String, String>();
        if (String.valueOf(number).isEmpty()) mistakes.put("number", "execution.oversight.mend.conclusionNumber");
        if (String.valueOf(number).length() > LONGEST) mistakes.put("number", "execution.oversight.mend.long");
        var concluded = TypedDay.readNear(String.valueOf(day));
        if (concluded.isEmpty()) mistakes.put("day", "execution.oversight.mend.day");
        else if (concluded.get().isAfter(today)) mistakes.put("day", "execution.oversight.mend.future");
        else if (concluded.get().isBefore(first)) mistakes.put("day", "execution.oversight.mend.beforeFirst");
        if (String.valueOf(arrival).length() > LONGEST) mistakes.put("arrival", "execution.oversight.mend.long");
        if (String.valueOf(summary).length() > LONGEST_SUMMARY)
            mistakes.put("summary", "execution.oversight.mend.long");
        return mistakes;
    }

    /** What a form without {@link #mistakes} says. */
    OtherBodies.Conclusion read() {
        return new OtherBodies.Conclusion(
                String.valueOf(number),
                TypedDay.readNear(String.valueOf(day)).orElseThrow(),
                String.valueOf(arrival),
                String.valueOf(summary));
    }

    OtherBodyPage.Conclusion typed(Map<String, String> mistakes, boolean overtaken) {
        return new OtherBodyPage.Conclusion(
                String.valueOf(number),
                String.valueOf(day),
                String.valueOf(arrival),
                String.valueOf(summary),
                overtaken,
                mistakes);
    }
}
