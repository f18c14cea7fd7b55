package vn.binhdang.execution.urging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.document.DocumentId;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;

/** Turns what was chosen and typed into acts. */
@Component
class Composing {
    static final int LONGEST_WORDS = 4000;
    static final int LONGEST_TITLE = 300;
    /** More than that at once goes by the proposals, which are sent in pieces. */
    static final int MOST_TASKS = 500;

    private final UrgeableTasks tasks;
    private final Urgings urgings;
    private final UrgingLetters letters;
    private final JdbcClient jdbc;

    Composing(UrgeableTasks tasks, Urgings urgings, UrgingLetters letters, JdbcClient jdbc) {
        this.tasks = tasks;
        this.urgings = urgings;
        this.letters = letters;
        this.jdbc = jdbc;
    }

    /** Whom the choice addresses: a unit, in the agency whose plan or report it is. */
    record Address(UUID agency, UUID unit) {}

    /** What is about one addressee. */
    record Group(Address address, List<Urgeable> tasks) {}

    /** @param letter to be written on; null when it was sent by another way */
    record Done(Urgings.Outcome outcome, @Nullable DocumentId letter) {}

    /** The chosen tasks by the unit in charge, and with {@code coordinating} by those that help too. */
    List<Group> groups(Actor actor, List<UUID> chosen, boolean coordinating) {
        if (chosen.size() > MOST_TASKS) throw new Refused("execution.urging.tooMany", MOST_TASKS);
        var found = tasks.these(actor, chosen);
        var byAddress = new LinkedHashMap<Address, List<Urgeable>>();
        Map<UUID, List<UUID>> helping = coordinating ? tasks.coordinating(chosen) : Map.of();
        for (var task : found) {
            if (task.leadUnit() != null)
                byAddress
                        .computeIfAbsent(new Address(task.agency(), task.leadUnit()), k -> new ArrayList<>())
                        .add(task);
            for (var unit : helping.getOrDefault(task.id(), List.of()))
                if (!unit.equals(task.leadUnit()))
                    byAddress
                            .computeIfAbsent(new Address(task.agency(), unit), k -> new ArrayList<>())
                            .add(task);
        }
        return byAddress.entrySet().stream()
                .map(entry -> new Group(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    /** @throws UnfitForm when something has to be mended */
    @Transactional
    public Done urge(Actor actor, UrgeForm form) {
        actor.must(Action.URGE_TASKS, Action.URGE_BELOW);
        var groups = groups(actor, form.tasks(), form.coordinating());
        var mistakes = new ArrayList<Mistake>();
        var answerBy = answerBy(form, mistakes);
        var way = form.chosenWay().orElse(Way.APP);
        if (form.chosenWay().isEmpty()) mistakes.add(Mistake.of("way", "execution.urging.needs.way"));
        checkWords(form.words(), "words", mistakes);
        if (groups.isEmpty() && form.units().isEmpty())
            mistakes.add(Mistake.of("tasks", "execution.urging.needs.things"));
        LocalDate reportDue = null;
        if (!form.units().isEmpty()) {
            if (form.report().isEmpty()) mistakes.add(Mistake.of("report", "execution.urging.needs.report"));
            if (form.report().length() > LONGEST_TITLE)
                mistakes.add(Mistake.of("report", "execution.urging.tooLong", LONGEST_TITLE));
            reportDue = TypedDay.read(form.reportDue()).orElse(null);
            if (reportDue == null && !form.reportDue().isEmpty())
                mistakes.add(Mistake.of("reportDue", "execution.urging.needs.day"));
        }
        if (!mistakes.isEmpty()) throw new UnfitForm(mistakes);
        if (way == Way.LETTER) actor.must(Action.WRITE_DOCUMENTS);
        var parts = new ArrayList<Part>();
        var lines = new ArrayList<UrgingLetters.Line>();
        for (var group : groups) {
            parts.add(part(form, group));
            for (var task : group.tasks())
                lines.add(new UrgingLetters.Line(new UnitId(group.address().unit()), task.label(), task.dueOn()));
        }
        for (var unit : unitsInReach(actor, form.units())) {
            var thing = new Part.Thing(Part.Kind.REPORT, report(actor, unit, form.report(), reportDue));
            parts.add(part(form, new Address(actor.agency().value(), unit), List.of(thing)));
            lines.add(new UrgingLetters.Line(new UnitId(unit), form.report(), reportDue));
        }
        if (way == Way.LETTER)
            return new Done(Urgings.Outcome.NOTHING, letters.write(actor, form.words(), answerBy, parts, lines));
        var outcome = urgings.urge(actor, new Urgings.Order(way, form.words(), answerBy, parts, null));
        if (outcome.sent().isEmpty())
            throw new Refused(outcome.already() > 0 ? "execution.urging.alreadyToday" : "execution.urging.nobody");
        return new Done(outcome, null);
    }

    static void checkWords(String words, String field, List<Mistake> mistakes) {
        if (words.isEmpty()) mistakes.add(Mistake.of(field, "execution.urging.needs.words"));
        if (words.length() > LONGEST_WORDS) mistakes.add(Mistake.of(field, "execution.urging.tooLong", LONGEST_WORDS));
        var unknown = UrgingWords.unknownFields(words);
        if (!unknown.isEmpty())
            mistakes.add(Mistake.of(
                    field,
                    "execution.urging.needs.fields",
                    String.join(", ", unknown),
                    String.join(
                            ", ",
                            UrgingWords.FIELDS.stream().map(f -> "{" + f + "}").toList())));
    }

    private LocalDate answerBy(UrgeForm form, List<Mistake> mistakes) {
        var today = urgings.today();
        var day = TypedDay.read(form.answerBy()).orElse(null);
        if (day == null) mistakes.add(Mistake.of("answerBy", "execution.urging.needs.day"));
        else if (day.isBefore(today) || day.isAfter(today.plusYears(1)))
            mistakes.add(Mistake.of("answerBy", "execution.urging.needs.laterDay"));
        return day == null ? today : day;
    }

    private static Part part(UrgeForm form, Group group) {
        return part(
                form,
                group.address(),
                group.tasks().stream()
                        .map(task -> new Part.Thing(Part.Kind.TASK, task.id()))
                        .toList());
    }

    private static Part part(UrgeForm form, Address address, List<Part.Thing> things) {
        String to = form.to().getOrDefault(address.unit(), Recipient.UNIT.name());
        var agency = new UnitId(address.agency());
        var unit = new UnitId(address.unit());
        for (var known : List.of(Recipient.UNIT, Recipient.UNIT_HEAD, Recipient.AGENCY_HEAD))
            if (known.name().equals(to)) return new Part(agency, unit, known, null, things);
        // Whether the person sits there is asked when it is sent: one who does not is reached by nothing.
        return new Part(agency, unit, Recipient.PERSON, AccountId.of(to), things);
    }

    private List<UUID> unitsInReach(Actor actor, List<UUID> units) {
        if (units.isEmpty()) return List.of();
        var wanted = units.toArray(UUID[]::new);
        var found = jdbc.sql("""
            select u.unit_id from unnest(cast(:units as uuid[])) with ordinality u (unit_id, n)
            where  in_reach(u.unit_id, :urgeWhole, :urgeOnly, current_date)
            or     in_reach(u.unit_id, :belowWhole, :belowOnly, current_date)
            order  by u.n
            """)
                .params(UrgeableTasks.reach(actor))
                .param("units", wanted)
                .query(UUID.class)
                .list();
        if (found.size() < wanted.length) throw new NotVisible("units to urge");
        return found;
    }

    /** The same report of the same unit is the same thing, however often it is urged for. */
    private UUID report(Actor actor, UUID unit, String title, @Nullable LocalDate due) {
        return jdbc.sql("""
            insert into urged_report (id, agency_id, unit_id, title, due_on)
            values (:id, :agency, :unit, :title, cast(:due as date))
            on conflict (agency_id, unit_id, title, due_on) do update set title = excluded.title
            returning id
            """)
                .param("id", Uuid7.create())
                .param("agency", actor.agency().value())
                .param("unit", unit)
                .param("title", title)
                .param("due", due)
                .query(UUID.class)
                .single();
    }
}
