package vn.binhdang.statistics.collection.form;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.binhdang.statistics.collection.entry.EntryPage;

/**
 * A form as it is asked.
 * @param shown number of the version that is printed; 0 while there is none
 * @param hasDraft somebody is writing the next version
 * @param typed and mistakes of the form that is shown again
 */
public record FormPage(
        String path,
        String code,
        String name,
        String kind,
        String regime,
        String legalBasis,
        String from,
        int shown,
        List<Version> versions,
        boolean hasDraft,
        List<EntryPage.Section> sections,
        List<Rule> rules,
        List<Assigned> assigned,
        List<Deadline> deadlines,
        List<Choice> kinds,
        boolean mayDefine,
        String saved,
        Map<String, String> typed,
        Map<String, String> mistakes) {

    public record Version(int number, String standing, String mark, String href) {}

    public record Rule(String code, String severity, boolean error, String words, String says) {}

    /** @param ends the last day; empty while it goes on */
    public record Assigned(String id, String kind, String within, String from, String ends) {}

    public record Deadline(String kind, String name, String days) {}

    public record Choice(String value, String name) {}

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    public @Nullable String mistake(String field) {
        return mistakes.get(field);
    }
}
