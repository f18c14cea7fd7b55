package vn.binhdang.access.delegation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.Capacity;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;

/**
 * What was typed to hand a role to somebody; days as typed, the last day inclusive.
 * @param absent who is away, for a substitute; empty for the writer
 */
public record RoleDelegationForm(
        @Nullable String kind,
        @Nullable String to,
        @Nullable String absent,
        @Nullable String role,
        @Nullable String scope,
        @Nullable String withBelow,
        @Nullable String from,
        @Nullable String lastDay,
        @Nullable String reference) {
    private static final int LONGEST_REFERENCE = 300;

    static RoleDelegationForm empty(Capacity kind, String scope, LocalDate today) {
        return new RoleDelegationForm(kind.name(), "", "", "", scope, "true", TypedDay.print(today), "", "");
    }

    /** A substitute for what is no kind: the page is then asked anew. */
    Capacity chosenKind() {
        return Stream.of(Capacity.values())
                .filter(capacity -> capacity != Capacity.OWN && capacity.name().equals(kind))
                .findFirst()
                .orElse(Capacity.SUBSTITUTE);
    }

    boolean handsOneRole() {
        return chosenKind() == Capacity.BY_ORDER || chosenKind() == Capacity.BY_AUTHORISATION;
    }

    boolean namesScope() {
        return chosenKind() != Capacity.SUBSTITUTE;
    }

    boolean needsEnd() {
        return chosenKind() == Capacity.BY_AUTHORISATION || chosenKind() == Capacity.SUBSTITUTE;
    }

    Optional<Role> chosenRole() {
        return Stream.of(Role.values()).filter(r -> r.name().equals(role)).findFirst();
    }

    boolean below() {
        return "true".equals(withBelow);
    }

    Optional<LocalDate> firstDay() {
        return day(from);
    }

    /** The day after the last. */
    Optional<LocalDate> end() {
        return day(lastDay).map(day -> day.plusDays(1));
    }

    /** The same with the id of the unit that was typed by its name. */
    RoleDelegationForm in(UnitId unit) {
        return new RoleDelegationForm(kind, to, absent, role, unit.toString(), withBelow, from, lastDay, reference);
    }

    /** The same with the ids of the people that were typed by their names. */
    RoleDelegationForm between(String recipient, String whose) {
        return new RoleDelegationForm(kind, recipient, whose, role, scope, withBelow, from, lastDay, reference);
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /** Message key by field, all at once; empty when it can be looked at. */
    Map<String, String> mistakes(LocalDate today) {
        var mistakes = new LinkedHashMap<String, String>();
        if (text(to).isEmpty()) mistakes.put("to", "access.delegation.needs.to");
        if (handsOneRole() && chosenRole().isEmpty()) mistakes.put("role", "access.grant.needs.role");
        if (namesScope() && text(scope).isEmpty()) mistakes.put("scope", "access.grant.needs.scope");
        if (text(reference).isEmpty()) mistakes.put("reference", "access.delegation.needs.reference");
        if (text(reference).length() > LONGEST_REFERENCE) mistakes.put("reference", "access.grant.needs.shorter");
        if (firstDay().isEmpty()) mistakes.put("from", "access.grant.needs.day");
        else if (firstDay().get().isBefore(today)) mistakes.put("from", "access.grant.needs.notPast");
        if (text(lastDay).isEmpty()) {
            if (needsEnd()) mistakes.put("lastDay", "access.delegation.needs.end");
        } else if (end().isEmpty()) mistakes.put("lastDay", "access.grant.needs.day");
        else if (firstDay().isPresent() && !firstDay().get().isBefore(end().get()))
            mistakes.put("lastDay", "access.grant.needs.order");
        return mistakes;
    }

    private static Optional<LocalDate> day(@Nullable String typed) {
        return TypedDay.read(text(typed));
    }
}
