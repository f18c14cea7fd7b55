package vn.binhdang.execution.urging;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Units;

/** Fills the fields of a template. Urgings are Vietnamese like the documents they stand for, and name no person. */
@Component
class UrgingWords {
    static final String UNIT = "đơn vị";
    static final String THINGS = "số việc";
    static final String ANSWER_BY = "hạn trả lời";
    static final String TODAY = "ngày";
    static final String AGENCY = "cơ quan";
    static final List<String> FIELDS = List.of(UNIT, THINGS, ANSWER_BY, TODAY, AGENCY);

    private static final Pattern FIELD = Pattern.compile("\\{([^{}]*)}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Units units;
    private final Clock clock;

    UrgingWords(Units units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Fields that are not there, as they were typed. */
    static List<String> unknownFields(String words) {
        var unknown = new TreeSet<String>();
        var found = FIELD.matcher(words);
        while (found.find()) if (!FIELDS.contains(found.group(1).strip())) unknown.add(found.group());
        return List.copyOf(unknown);
    }

    String filled(String words, Part part, int things, LocalDate answerBy, UnitId agency) {
        if (!words.contains("{")) return words;
        var today = Today.of(clock).day();
        Map<String, String> values = new LinkedHashMap<>();
        values.put(THINGS, String.valueOf(things));
        values.put(ANSWER_BY, day(answerBy));
        values.put(TODAY, day(today));
        if (words.contains(UNIT))
            values.put(UNIT, units.nearest(part.unit(), today).name());
        if (words.contains(AGENCY))
            values.put(AGENCY, units.nearest(agency, today).name());
        return FIELD.matcher(words)
                .replaceAll(found -> Matcher.quoteReplacement(
                        values.getOrDefault(found.group(1).strip(), found.group())));
    }
}
