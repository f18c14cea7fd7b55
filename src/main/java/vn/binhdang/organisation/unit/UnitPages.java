package vn.binhdang.organisation.unit;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.audit.OfRecordPage;
import vn.binhdang.audit.RecordHistory;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.AsOf;
import vn.binhdang.organisation.Successor;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.Units;
import vn.binhdang.organisation.event.EventKind;
import vn.binhdang.organisation.event.EventSentences;
import vn.binhdang.web.Text;

@Component
class UnitPages {
    /** More children than this follow page by page. */
    private static final int CHILDREN = 200;

    private final Units units;
    private final UnitRecords records;
    private final EventSentences sentences;
    private final RecordHistory deeds;

    UnitPages(Units units, UnitRecords records, EventSentences sentences, RecordHistory deeds) {
        this.units = units;
        this.records = records;
        this.sentences = sentences;
        this.deeds = deeds;
    }

    /** Who entered and undid its events, set its codes, its spellings, its letterhead, and when. */
    OfRecordPage deeds(UnitId id, LocalDate today, @Nullable String before, Text t) {
        var name = units.nearest(id, today).name();
        var records = new ArrayList<>(this.records.events(id));
        records.add(id.value());
        return new OfRecordPage(name, "/units/" + id, deeds.of(records, before, t));
    }

    UnitPage of(UnitId id, AsOf asOf, @Nullable String done, Actor actor, Text t) {
        var head = records.head(id, actor.reach(Action.CHANGE_UNITS), asOf.day());
        var span = head.span();
        var day = span.nearest(asOf.day());
        boolean there = span.contains(asOf.day());
        var dated = records.dated(id);
        var unit = dated.on(day);
        var below = there ? units.below(id, day) : List.<Unit>of();
        boolean ended = span.to() != null && !asOf.day().isBefore(span.to());
        var before = span.from().minusDays(1);
        var successors = ended ? units.successors(id, day, asOf.day()) : List.<Successor>of();
        // Those it came from on the day it began; what it took in later stands in its history.
        var predecessors = units.predecessors(id, span.from(), before);
        var called = records.called(Stream.concat(
                        successors.stream().map(later -> new UnitRecords.At(later.unit(), asOf.day())),
                        predecessors.stream().map(earlier -> new UnitRecords.At(earlier.unit(), before)))
                .toList());
        return new UnitPage(
                id.toString(),
                asOf,
                unit.name(),
                unit.kind().messageKey(),
                unit.shortName(),
                unit.symbolAbbreviation(),
                links(units.ancestors(id, day), asOf),
                links(below.subList(0, Math.min(CHILDREN, below.size())), asOf),
                below.size() > CHILDREN ? asOf.carry("/units/tree/below/" + id + "?skip=" + CHILDREN) : "",
                there ? head.below() : 0,
                asOf.day().isBefore(span.from()) ? AsOf.shown(span.from()) : null,
                ended ? last(span.to()) : null,
                successors.stream()
                        .map(later -> part(later, asOf.day(), asOf.carry("/units/" + later.unit()), called, t))
                        .toList(),
                predecessors.stream()
                        .map(earlier -> part(earlier, before, "/units/" + earlier.unit() + "?on=" + before, called, t))
                        .toList(),
                names(dated),
                codes(dated),
                spellings(dated),
                sentences.of(id, t),
                actor.may(Action.CHANGE_UNITS) && head.inReach(),
                there ? kinds() : List.of(),
                done == null ? null : "organisation.unit.done");
    }

    /** What may happen to a unit that is there; founding is an event of its parent. */
    private static List<EventKind> kinds() {
        return Arrays.asList(EventKind.values());
    }

    private static UnitPage.Part part(
            Successor other, LocalDate day, String href, Map<UnitRecords.At, String> called, Text t) {
        var name = Objects.requireNonNull(called.get(new UnitRecords.At(other.unit(), day)));
        return new UnitPage.Part(href, name, share(other, t));
    }

    private static String share(Successor successor, Text t) {
        if (successor.share() == null) return successor.function() == null ? "" : successor.function();
        if (successor.share().compareTo(BigDecimal.ONE) == 0) return "";
        var percent = NumberFormat.getPercentInstance(t.locale());
        percent.setMaximumFractionDigits(2);
        return percent.format(successor.share());
    }

    private static List<UnitPage.Link> links(List<Unit> units, AsOf asOf) {
        return units.stream()
                .map(unit -> new UnitPage.Link(
                        asOf.carry("/units/" + unit.id()),
                        unit.name(),
                        unit.kind().messageKey()))
                .toList();
    }

    private static List<UnitPage.NameLine> names(UnitRecords.Dated dated) {
        return dated.names().stream()
                .map(name -> new UnitPage.NameLine(
                        name.name(),
                        name.kind().messageKey(),
                        name.shortName(),
                        name.symbolAbbreviation(),
                        AsOf.shown(name.validFrom()),
                        last(name.validTo())))
                .toList();
    }

    static List<UnitPage.CodeLine> codes(UnitRecords.Dated dated) {
        return dated.codes().stream()
                .map(code -> new UnitPage.CodeLine(
                        code.scheme().messageKey(), code.code(), AsOf.shown(code.validFrom()), last(code.validTo())))
                .toList();
    }

    static List<UnitPage.SpellingLine> spellings(UnitRecords.Dated dated) {
        return dated.aliases().stream()
                .map(alias ->
                        new UnitPage.SpellingLine(alias.alias(), AsOf.shown(alias.validFrom()), last(alias.validTo())))
                .toList();
    }

    private static String last(@Nullable LocalDate to) {
        return to == null ? "" : AsOf.shown(lastDay(to));
    }

    private static LocalDate lastDay(LocalDate to) {
        return to.minusDays(1);
    }
}
