package vn.binhdang.organisation.person;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.Reach;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.web.Text;

/** Reads what was typed into a form field by field, and collects a sentence for each field that cannot be understood. */
public final class Mistakes {
    private final Text t;
    private final LocalDate today;
    private final Map<String, String> found = new LinkedHashMap<>();

    public Mistakes(Text t, LocalDate today) {
        this.t = t;
        this.today = today;
    }

    public boolean none() {
        return found.isEmpty();
    }

    /** Sentence by field. */
    public Map<String, String> all() {
        return found;
    }

    public void add(String field, String messageKey, Object... arguments) {
        found.putIfAbsent(field, t.of(messageKey, arguments));
    }

    /** Without outer and double spaces; null when nothing was typed. */
    @Nullable
    String optional(String field, @Nullable String typed, int longest) {
        String text = typed == null ? "" : typed.strip().replaceAll("\\s+", " ");
        if (text.length() > longest) add(field, "organisation.mistake.tooLong", longest);
        if (text.chars().anyMatch(c -> Character.isISOControl(c) || c == '<' || c == '>'))
            add(field, "organisation.mistake.signs");
        return text.isEmpty() ? null : text;
    }

    String needed(String field, @Nullable String typed, int longest) {
        String text = optional(field, typed, longest);
        if (text == null) add(field, "organisation.mistake.missing");
        return text == null ? "?" : text;
    }

    /** One of the choices; the first when it is not. */
    String choice(String field, @Nullable String typed, List<String> choices) {
        if (typed != null && choices.contains(typed)) return typed;
        add(field, "organisation.mistake.choose");
        return choices.getFirst();
    }

    /** A day from 1950 on and at most a year ahead; today when it is none. */
    LocalDate day(String field, @Nullable String typed) {
        var day = Days.read(typed);
        if (day == null) {
            add(field, typed == null || typed.isBlank() ? "organisation.mistake.missing" : "organisation.mistake.day");
            return today;
        }
        if (day.getYear() < 1950 || day.isAfter(today.plusYears(1))) {
            add(field, "organisation.mistake.farDay", Days.print(today.plusYears(1)));
            return today;
        }
        return day;
    }

    /** Somebody of 15 to 100 years; null when nothing was typed. */
    @Nullable
    Integer birthYear(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) return null;
        int latest = today.getYear() - 15;
        int earliest = today.getYear() - 100;
        if (typed.strip().matches("\\d{4}")) {
            int year = Integer.parseInt(typed.strip());
            if (year >= earliest && year <= latest) return year;
        }
        add(field, "organisation.mistake.birthYear", Integer.toString(earliest), Integer.toString(latest));
        return null;
    }

    /** The unit chosen or typed, on a day. */
    Optional<UnitId> unit(String field, @Nullable String typed, UnitChoices units, Reach reach, LocalDate day) {
        if (typed == null || typed.isBlank()) {
            add(field, "organisation.mistake.missing");
            return Optional.empty();
        }
        var unit = units.find(reach, typed, day);
        if (unit.isPresent()) return unit;
        var others = units.couldMean(reach, typed, day);
        if (others.isEmpty()) add(field, "organisation.mistake.unit", Days.print(day));
        else add(field, "organisation.unitName.similar", typed.strip(), Days.print(day), String.join("; ", others));
        return unit;
    }
}
