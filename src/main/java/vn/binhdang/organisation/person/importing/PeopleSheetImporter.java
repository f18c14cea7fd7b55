package vn.binhdang.organisation.person.importing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.Rank;
import vn.binhdang.organisation.Register.Sex;
import vn.binhdang.organisation.importing.SheetImporter;
import vn.binhdang.organisation.person.ChangeJournal;
import vn.binhdang.organisation.person.FactKind;
import vn.binhdang.organisation.person.PersonRecords;
import vn.binhdang.organisation.sheet.SheetColumn;
import vn.binhdang.organisation.sheet.SheetLayout;

/** The staff of a body at once. Somebody who is in the register already is changed from the day of the row on. */
@Component
class PeopleSheetImporter implements SheetImporter {
    /** What to make of somebody of the same name. */
    enum Namesake {
        SAME,
        OTHER
    }

    private static final SheetLayout LAYOUT = new SheetLayout(
            "people",
            List.of(
                    SheetColumn.text("fullName", true),
                    SheetColumn.choice("sex", true, Sex.class, sex -> "organisation.person.sex." + sex),
                    SheetColumn.number("birthYear", false),
                    SheetColumn.text("staffCode", false),
                    fact(FactKind.LEGAL_STATUS, true),
                    SheetColumn.text("unit", true),
                    SheetColumn.text("title", true),
                    SheetColumn.choice("rank", false, Rank.class, rank -> "organisation.person.rank." + rank),
                    SheetColumn.yesOrNo("keyLeader", false),
                    SheetColumn.date("from", true),
                    fact(FactKind.GRADE, false),
                    fact(FactKind.DEGREE, false),
                    SheetColumn.yesOrNo("tradeUnion", false),
                    SheetColumn.yesOrNo("youthUnion", false),
                    SheetColumn.yesOrNo("partyCommittee", false),
                    SheetColumn.choice(
                            "namesake", false, Namesake.class, who -> "organisation.import.people.namesake." + who)));

    private final JdbcClient jdbc;
    private final PersonRecords records;
    private final ChangeJournal journal;
    private final AuditTrail audit;
    private final Clock clock;

    PeopleSheetImporter(JdbcClient jdbc, PersonRecords records, ChangeJournal journal, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.journal = journal;
        this.audit = audit;
        this.clock = clock;
    }

    private static SheetColumn fact(FactKind kind, boolean needed) {
        Function<String, SheetColumn.Choice> choice = value -> new SheetColumn.Choice(value, kind.messageKey(value));
        return new SheetColumn(
                kind.word(),
                needed,
                SheetColumn.Kind.CHOICE,
                kind.choices().stream().map(choice).toList());
    }

    /** Facts that have a column of their own, all of them. */
    static List<FactKind> facts() {
        return Arrays.asList(FactKind.values());
    }

    @Override
    public String kind() {
        return "people";
    }

    @Override
    public SheetLayout layout() {
        return LAYOUT;
    }

    @Override
    public Action needed() {
        return Action.CHANGE_PEOPLE;
    }

    @Override
    public String resultHref() {
        return "/people";
    }

    @Override
    public Check begin(Actor actor) {
        var reach = actor.reach(Action.CHANGE_PEOPLE);
        var today = LocalDate.now(clock);
        return new PeopleSheetCheck(
                new UnitWords(jdbc, reach),
                new KnownPeople(jdbc, records, reach, today),
                today,
                rows -> new PeopleSheetPlan(actor, rows, records, journal, audit));
    }
}
