package vn.binhdang.document.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.DocumentTask;
import vn.binhdang.document.Lines;

/** A task while it is read: the lines below it may still say who leads it and when it is due. */
final class TaskDraft {
    private final String number;
    private final String text;
    private final Lines lines;
    private List<String> leads;
    private List<String> coordinating;
    private TimeReader.When when;
    private @Nullable String output;

    TaskDraft(
            String number,
            String text,
            List<String> leads,
            List<String> coordinating,
            TimeReader.When when,
            Lines lines) {
        this.number = number;
        this.text = text;
        this.leads = leads;
        this.coordinating = coordinating;
        this.when = when;
        this.lines = lines;
    }

    void setLeads(List<String> units) {
        leads = units;
    }

    void setCoordinating(List<String> units) {
        coordinating = units;
    }

    void setWhen(TimeReader.When said) {
        when = said;
    }

    void setOutput(String product) {
        output = product;
    }

    DocumentTask task() {
        return new DocumentTask(
                number.isEmpty() ? null : number,
                text,
                leads,
                coordinating,
                when.start(),
                when.due(),
                when.dueText(),
                when.recurrence(),
                output,
                lines);
    }
}
