package vn.binhdang.organisation.person;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.Uuid7;

/** @param to the first day on which it no longer holds; null while it holds */
public record Fact(
        UUID id,
        FactKind kind,
        String value,
        LocalDate from,
        @Nullable LocalDate to) {
    public Fact {
        if (!kind.choices().contains(value)) throw new IllegalArgumentException("no value of %s".formatted(kind));
        if (to != null && !from.isBefore(to)) throw new IllegalArgumentException("a fact ends before it begins");
    }

    static Fact beginning(LocalDate day, FactKind kind, String value) {
        return new Fact(Uuid7.create(), kind, value, day, null);
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    Fact until(LocalDate day) {
        return new Fact(id, kind, value, from, day);
    }
}
