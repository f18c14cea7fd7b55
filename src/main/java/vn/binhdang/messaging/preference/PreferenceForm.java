package vn.binhdang.messaging.preference;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.binhdang.messaging.Delivery;
import vn.binhdang.messaging.NoticeKind;
import vn.binhdang.messaging.mail.QuietHours;
import vn.binhdang.web.Text;

/**
 * The choices as typed.
 * @param ways a kind's key to the name of its way
 */
record PreferenceForm(
        Map<String, String> ways,
        String language,
        boolean quiet,
        String quietFrom,
        String quietTo,
        boolean workingDaysOnly) {

    static PreferenceForm of(Map<String, String> fields) {
        var ways = new LinkedHashMap<String, String>();
        fields.forEach((name, value) -> {
            if (name.startsWith("way.")) ways.put(name.substring("way.".length()), value);
        });
        return new PreferenceForm(
                ways,
                fields.getOrDefault("language", "vi"),
                fields.containsKey("quiet"),
                fields.getOrDefault("quietFrom", "").strip(),
                fields.getOrDefault("quietTo", "").strip(),
                fields.containsKey("workingDaysOnly"));
    }

    static PreferenceForm of(Map<NoticeKind, Delivery> ways, String language, QuietHours quiet) {
        var chosen = new LinkedHashMap<String, String>();
        ways.forEach((kind, way) -> chosen.put(kind.key(), way.name()));
        boolean isQuiet = quiet.from() != null;
        var shown = isQuiet ? quiet : QuietHours.STANDARD;
        return new PreferenceForm(
                chosen,
                language,
                isQuiet,
                String.valueOf(shown.from()),
                String.valueOf(shown.to()),
                quiet.workingDaysOnly());
    }

    /** Field to message key; empty when all can be stored. */
    Map<String, String> problems() {
        var problems = new LinkedHashMap<String, String>();
        if (quiet && time(quietFrom) == null) problems.put("quietFrom", "messaging.preference.time");
        if (quiet && time(quietTo) == null) problems.put("quietTo", "messaging.preference.time");
        else if (quiet && quietFrom.equals(quietTo)) problems.put("quietTo", "messaging.preference.sameTime");
        return problems;
    }

    /** Unknown ways, and "off" for what cannot be, are as if nothing had been chosen. */
    Delivery way(NoticeKind kind, Delivery before) {
        var typed = ways.get(kind.key());
        for (var way : Delivery.values())
            if (way.name().equals(typed) && !(way == Delivery.OFF && kind.required())) return way;
        return before;
    }

    QuietHours hours() {
        return quiet
                ? new QuietHours(time(quietFrom), time(quietTo), workingDaysOnly)
                : new QuietHours(null, null, workingDaysOnly);
    }

    String knownLanguage() {
        return language.equals("en") ? Text.ENGLISH.getLanguage() : Text.VIETNAMESE.getLanguage();
    }

    private static @Nullable LocalTime time(String typed) {
        try {
            return LocalTime.parse(typed);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
