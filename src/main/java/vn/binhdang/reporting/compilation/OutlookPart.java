package vn.binhdang.reporting.compilation;

import static vn.binhdang.reporting.compilation.ResultsPart.capital;

import vn.binhdang.reporting.compilation.ReportData.TaskFacts;

/** IV. PHƯƠNG HƯỚNG, NHIỆM VỤ: what is still to be done, by when; V. KIẾN NGHỊ, ĐỀ XUẤT is left to a person. */
final class OutlookPart {
    private final ReportWords words;
    private final ReportData data;

    OutlookPart(ReportWords words, ReportData data) {
        this.words = words;
        this.data = data;
    }

    void write(Slots slots) {
        slots.section("4", "IV.", words.say("section.outlook"));
        var open = data.tasks().stream().filter(task -> !task.done()).toList();
        if (open.isEmpty()) {
            slots.paragraph("4/text", words.say(data.tasks().isEmpty() ? "noData" : "outlook.none"));
            slots.room("4/room");
        } else {
            slots.paragraph("4/text", words.say("outlook", data.agency().name(), ReportWords.count(open.size())));
            for (var task : open) slots.dash("4/" + task.id(), line(task), task.id());
        }
        slots.section("5", "V.", words.say("section.proposals"));
        slots.room("5/room");
    }

    /** A deadline that has passed, or that nobody set, has to be set anew by a person. */
    private String line(TaskFacts task) {
        var dueOn = task.dueOn();
        String until = dueOn != null && !task.wanting() && dueOn.isAfter(data.asOf())
                ? words.say("outlook.due", ReportWords.day(dueOn))
                : words.say("outlook.newDue", ASK);
        return capital(words.say("outlook.task", words.name(task), words.units(task), until));
    }

    /** Marks what is still to be written within a sentence; the companion of reports finds it by its brackets. */
    static final String ASK = new ReportWords().say("ask");
}
