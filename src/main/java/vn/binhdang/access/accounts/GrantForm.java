package vn.binhdang.access.accounts;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;

/**
 * What was typed to give a role; days as typed, the last day inclusive as people say it.
 * @param withBelow "true" when ticked
 */
public record GrantForm(
        @Nullable String role,
        @Nullable String scope,
        @Nullable String withBelow,
        @Nullable String from,
        @Nullable String lastDay,
        @Nullable String reference) {
    private static final int LONGEST_REFERENCE = 300;

    static GrantForm empty(UnitId scope, LocalDate today) {
        return new GrantForm("", scope.toString(), "true", TypedDay.print(today), "", "");
    }

    Optional<Role> chosenRole() {
        return Stream.of(Role.values()).filter(r -> r.name().equals(role)).findFirst();
    }

    /** The same with the id of the unit that was typed by its name. */
    GrantForm in(UnitId unit) {
        return new GrantForm(role, unit.toString(), withBelow, from, lastDay, reference);
    }

    UnitId chosenScope() {
        return new UnitId(Uuid7.parse(text(scope)));
    }

    boolean below() {
        return "true".equals(withBelow);
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    Optional<LocalDate> firstDay() {
        return day(from);
    }

    /** The day after the last; empty for a role without an end. */
    Optional<LocalDate> end() {
        return day(lastDay).map(day -> day.plusDays(1));
    }

    private static Optional<LocalDate> day(@Nullable String typed) {
        return TypedDay.read(text(typed));
    }

    /** Message key by field, all at once; empty when it can be stored. */
    Map<String, String> mistakes(LocalDate today) {
        var mistakes = new LinkedHashMap<String, String>();
        if (chosenRole().isEmpty()) mistakes.put("role", "access.grant.needs.role");
        if (text(scope).isEmpty()) mistakes.put("scope", "access.grant.needs.scope");
        if (firstDay().isEmpty()) mistakes.put("from", "access.grant.needs.day");
        else if (firstDay().get().isBefore(today)) mistakes.put("from", "access.grant.needs.notPast");
        if (!text(lastDay).isEmpty()) {
            if (end().isEmpty()) mistakes.put("lastDay", "access.grant.needs.day");
            else if (firstDay().isPresent() && !firstDay().get().isBefore(end().get()))
                mistakes.put("lastDay", "access.grant.needs.order");
        }
        if (text(reference).length() > LONGEST_REFERENCE) mistakes.put("reference", "access.grant.needs.shorter");
        return mistakes;
    }
}
