package vn.binhdang.execution.oversight;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.execution.Mended;

/** What was typed of a mission, as typed. */
record MissionForm(
        @Nullable String kind,
        @Nullable String subject,
        @Nullable String from,
        @Nullable String to,
        @Nullable String checklist,
        @Nullable String version,
        @Nullable String unit,
        @Nullable List<String> planned) {
    private static final int LONGEST = 500;

    MissionForm {
        kind = text(kind);
        subject = text(subject);
        from = text(from);
        to = text(to);
        checklist = text(checklist);
        version = text(version);
        unit = text(unit);
        planned = planned == null ? List.of() : List.copyOf(planned);
    }

    OversightKind chosenKind() {
        return OversightKind.named(kind).orElse(OversightKind.CHECK);
    }

    List<PlannedId> plannedIds() {
        return planned == null ? List.of() : planned.stream().map(PlannedId::of).toList();
    }

    /** -1, the version of nothing, when the field was tampered with. */
    int shownVersion() {
        try {
            return Integer.parseInt(String.valueOf(version));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /**
     * @param offered the lists of questions that may be chosen
     * @param others what is wrong with the rest of the form, field to message key, so that all is said at once
     * @throws Mended when something has to be mended
     */
    Missions.Draft read(OversightKind kind, List<Checklists.Checklist> offered, Map<String, String> others) {
        var mistakes = new LinkedHashMap<>(others);
        String words = String.valueOf(subject);
        if (words.isEmpty()) mistakes.put("subject", "execution.oversight.mend.subject");
        if (words.length() > LONGEST) mistakes.put("subject", "execution.oversight.mend.long");
        var first = TypedDay.readNear(String.valueOf(from));
        var last = TypedDay.readNear(String.valueOf(to));
        if (first.isEmpty()) mistakes.put("from", "execution.oversight.mend.day");
        if (last.isEmpty()) mistakes.put("to", "execution.oversight.mend.day");
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get()))
            mistakes.put("to", "execution.oversight.mend.backwards");
        var list = offered.stream()
                .filter(one -> one.kind() == kind && one.id().toString().equals(checklist))
                .map(Checklists.Checklist::id)
                .findFirst();
        if (list.isEmpty()) mistakes.put("checklist", "execution.oversight.mend.checklist");
        if (!mistakes.isEmpty()) throw new Mended(mistakes);
        UUID chosen = list.orElseThrow();
        return new Missions.Draft(kind, words, first.orElseThrow(), last.orElseThrow(), new ChecklistId(chosen));
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
    }
}
