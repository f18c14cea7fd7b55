package vn.binhdang.organisation.unit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.organisation.AsOf;
import vn.binhdang.organisation.event.EventKind;
import vn.binhdang.organisation.event.EventLine;

/**
 * One unit as it is on a day; on a day on which it is not there, as it was on the nearest one.
 * @param moreBelow address of the other units below it; empty when all are shown
 * @param notYet the day from which it exists, when that is later
 * @param ended its last day, when that is past
 * @param successors who carries on from it on the day, when it ended
 * @param mayChange in charge of it on the day
 * @param done what was just done, a key
 */
public record UnitPage(
        String id,
        AsOf asOf,
        String name,
        String kindKey,
        @Nullable String shortName,
        @Nullable String abbreviation,
        List<Link> above,
        List<Link> below,
        String moreBelow,
        int size,
        @Nullable String notYet,
        @Nullable String ended,
        List<Part> successors,
        List<Part> predecessors,
        List<NameLine> names,
        List<CodeLine> codes,
        List<SpellingLine> spellings,
        List<EventLine> events,
        boolean mayChange,
        List<EventKind> kinds,
        @Nullable String done) {

    public record Link(String href, String name, String kindKey) {}

    /** @param part "60%", or the function, or nothing for all of it */
    public record Part(String href, String name, String part) {}

    public record NameLine(
            String name,
            String kindKey,
            @Nullable String shortName,
            @Nullable String abbreviation,
            String from,
            String lastDay) {}

    public record CodeLine(String schemeKey, String code, String from, String lastDay) {}

    public record SpellingLine(String spelling, String from, String lastDay) {}

    public String href() {
        return "/units/" + id;
    }

    /** The form of an event about this unit. */
    public String event(EventKind kind) {
        return asOf.carry("/units/events/new?kind=" + kind.word() + "&unit=" + id);
    }
}
