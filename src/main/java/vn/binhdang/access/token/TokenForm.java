package vn.binhdang.access.token;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.Action;

/** What was typed to make a token; the last day inclusive. */
public record TokenForm(
        @Nullable String name,
        @Nullable List<String> scopes,
        @Nullable String lastDay) {
    private static final int LONGEST_NAME = 100;

    /** Offered as the last day: a quarter is long enough to forget none of them. */
    private static final int USUAL_DAYS = 90;

    static TokenForm empty(LocalDate today) {
        return new TokenForm("", List.of(), TypedDay.print(today.plusDays(USUAL_DAYS)));
    }

    /** The latest last day that may be chosen. */
    static LocalDate latest(LocalDate today) {
        return today.plusYears(1);
    }

    String wantedName() {
        return name == null ? "" : name.strip();
    }

    /** Of what was ticked, what may be ticked. */
    Set<Action> chosen(List<Action> offered) {
        return scopes == null
                ? Set.of()
                : offered.stream()
                        .filter(action -> scopes.contains(action.name()))
                        .collect(Collectors.toSet());
    }

    /** The day after the last. */
    Optional<LocalDate> end() {
        return TypedDay.read(lastDay).map(day -> day.plusDays(1));
    }

    /** Message key by field, all at once; empty when it can be made. */
    Map<String, String> mistakes(List<Action> offered, LocalDate today) {
        var mistakes = new LinkedHashMap<String, String>();
        if (wantedName().isEmpty()) mistakes.put("name", "access.token.needs.name");
        else if (wantedName().length() > LONGEST_NAME) mistakes.put("name", "access.token.needs.shorter");
        if (chosen(offered).isEmpty()) mistakes.put("scopes", "access.token.needs.scopes");
        if (end().isEmpty()) mistakes.put("lastDay", "access.grant.needs.day");
        else if (!end().get().isAfter(today)) mistakes.put("lastDay", "access.grant.needs.notPast");
        else if (end().get().isAfter(latest(today).plusDays(1))) mistakes.put("lastDay", "access.token.needs.year");
        return mistakes;
    }
}
