package vn.binhdang.organisation.person.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Rank;
import vn.binhdang.organisation.Register.Sex;
import vn.binhdang.organisation.UnitMatcher;
import vn.binhdang.organisation.importing.SheetImporter;
import vn.binhdang.organisation.person.Days;
import vn.binhdang.organisation.person.FactKind;
import vn.binhdang.organisation.person.PersonRecord;
import vn.binhdang.organisation.person.importing.PeopleSheetImporter.Namesake;
import vn.binhdang.organisation.sheet.Mistakes;
import vn.binhdang.organisation.sheet.SheetRow;

/** Reads the rows of a staff list, recognises who is there, and asks where somebody may be: nobody stands there twice. */
final class PeopleSheetCheck implements SheetImporter.Check {
    private final UnitWords units;
    private final KnownPeople known;
    private final LocalDate today;
    private final Function<List<PeopleSheetPlan.Judged>, SheetImporter.Plan> plan;
    private final List<PeopleRow> rows = new ArrayList<>();

    PeopleSheetCheck(
            UnitWords units,
            KnownPeople known,
            LocalDate today,
            Function<List<PeopleSheetPlan.Judged>, SheetImporter.Plan> plan) {
        this.units = units;
        this.known = known;
        this.today = today;
        this.plan = plan;
    }

    @Override
    public void row(SheetRow row) {
        String name = name(row);
        var sex = row.choice("sex", Sex.class);
        var birthYear = birthYear(row);
        String code = row.text("staffCode", 50);
        String title = row.text("title", 100);
        var rank = row.choice("rank", Rank.class);
        var leader = row.yesOrNo("keyLeader");
        var from = from(row);
        var unit = from == null ? null : unit(row, from);
        var facts = facts(row);
        var namesake = row.choice("namesake", Namesake.class);
        if (!row.isSound() || name == null || sex == null || title == null || from == null || unit == null) return;
        int space = name.lastIndexOf(' ');
        rows.add(new PeopleRow(
                row.number(),
                name.substring(0, space),
                name.substring(space + 1),
                sex,
                birthYear,
                code,
                unit,
                units.name(unit),
                title,
                rank,
                leader,
                from,
                facts,
                namesake));
    }

    private static @Nullable String name(SheetRow row) {
        String name = row.text("fullName", 150);
        if (name == null) return null;
        String tidy = name.replaceAll("\\s+", " ").strip();
        if (tidy.indexOf(' ') > 0 && tidy.chars().noneMatch(c -> c == '<' || c == '>' || Character.isDigit(c)))
            return tidy;
        row.mistake("fullName", "organisation.import.people.name", tidy);
        return null;
    }

    private @Nullable Integer birthYear(SheetRow row) {
        var year = row.number("birthYear");
        if (year == null || year >= today.getYear() - 100 && year <= today.getYear() - 15) return year;
        row.mistake(
                "birthYear",
                "organisation.mistake.birthYear",
                Integer.toString(today.getYear() - 100),
                Integer.toString(today.getYear() - 15));
        return null;
    }

    private @Nullable LocalDate from(SheetRow row) {
        var day = row.date("from");
        if (day == null || day.getYear() >= 1950 && !day.isAfter(today.plusYears(1))) return day;
        row.mistake("from", "organisation.mistake.farDay", Days.print(today.plusYears(1)));
        return null;
    }

    private @Nullable UnitId unit(SheetRow row, LocalDate day) {
        String words = row.text("unit", 500);
        if (words == null) return null;
        var found = units.called(words, day);
        if (found.size() == 1) return new UnitId(found.iterator().next());
        row.mistake(
                "unit",
                found.isEmpty() ? "organisation.import.people.noUnit" : "organisation.import.people.unitTwice",
                words,
                Days.print(day));
        return null;
    }

    private static Map<FactKind, String> facts(SheetRow row) {
        var facts = new EnumMap<FactKind, String>(FactKind.class);
        for (var kind : PeopleSheetImporter.facts()) {
            if (kind.isMembership()) {
                var is = row.yesOrNo(kind.word());
                if (is != null) facts.put(kind, is ? kind.choices().getFirst() : "");
            } else {
                String value = row.choice(kind.word());
                if (value != null) facts.put(kind, value);
            }
        }
        return facts;
    }

    @Override
    public SheetImporter.Plan finish(Mistakes mistakes, SheetImporter.Progress progress) {
        known.look(rows);
        var judged = new ArrayList<PeopleSheetPlan.Judged>();
        var taken = new HashMap<UUID, Integer>();
        var newcomers = new HashMap<String, Integer>();
        var codes = new HashMap<String, Integer>();
        for (var row : rows) {
            progress.at(judged.size(), rows.size());
            if (row.staffCode() != null) {
                var first = codes.putIfAbsent(UnitMatcher.fold(row.staffCode()), row.number());
                if (first != null) {
                    mistakes.add(
                            row.number(), "staffCode", "organisation.import.people.codeTwice", row.staffCode(), first);
                    continue;
                }
            }
            var who = who(row, mistakes);
            if (who.asked) continue;
            if (who.record == null) {
                if (row.namesake() != Namesake.OTHER && row.staffCode() == null) {
                    String key = UnitMatcher.fold(row.fullName()) + row.birthYear() + row.unit();
                    var twin = newcomers.putIfAbsent(key, row.number());
                    if (twin != null)
                        mistakes.add(row.number(), "fullName", "organisation.import.people.rowTwice", twin);
                }
            } else {
                PersonId id = who.record.id();
                var first = taken.putIfAbsent(id.value(), row.number());
                if (first != null) mistakes.add(row.number(), "fullName", "organisation.import.people.rowTwice", first);
            }
            judge(row, who.record, mistakes, judged);
        }
        return plan.apply(judged);
    }

    /** @param asked a question stands among the mistakes */
    private record Who(@Nullable PersonRecord record, boolean asked) {}

    private Who who(PeopleRow row, Mistakes mistakes) {
        String code = row.staffCode();
        var holders = known.withCode(code);
        // Agencies that were merged may have brought the same code twice: the name tells whose it is.
        var named = holders.stream()
                .filter(one -> UnitMatcher.fold(one.identity().fullName()).equals(UnitMatcher.fold(row.fullName())))
                .toList();
        if (named.size() == 1) return new Who(named.getFirst(), false);
        if (code != null && !holders.isEmpty() && named.isEmpty()) {
            mistakes.add(row.number(), "staffCode", "organisation.import.people.codeOfAnother", code);
            return new Who(null, true);
        }
        if (row.namesake() == Namesake.OTHER) return new Who(null, false);
        var like = named.isEmpty() ? known.like(row) : named;
        if (like.isEmpty()) return new Who(null, false);
        var here = like.stream().filter(one -> sitsIn(one, row)).toList();
        if (here.size() == 1 && (like.size() == 1 || row.birthYear() != null)) return new Who(here.getFirst(), false);
        if (like.size() == 1 && row.namesake() == Namesake.SAME) return new Who(like.getFirst(), false);
        mistakes.add(
                row.number(),
                "namesake",
                like.size() == 1 ? "organisation.import.people.isItThisOne" : "organisation.import.people.whichOne",
                like.getFirst().identity().birthYear() == null
                        ? "?"
                        : like.getFirst().identity().birthYear().toString(),
                place(like.getFirst()),
                like.size());
        return new Who(null, true);
    }

    private static boolean sitsIn(PersonRecord one, PeopleRow row) {
        return one.offices().stream()
                .anyMatch(office -> office.main()
                        && office.post().unit().equals(row.unit())
                        && (office.heldOn(row.from()) || office.to() == null));
    }

    private String place(PersonRecord record) {
        return record.offices().stream()
                .filter(office -> office.main())
                .reduce((_, later) -> later)
                .map(office -> units.name(office.post().unit()))
                .orElse("?");
    }

    private static void judge(
            PeopleRow row, @Nullable PersonRecord record, Mistakes mistakes, List<PeopleSheetPlan.Judged> judged) {
        try {
            judged.add(PeopleSheetPlan.Judged.of(row, record));
        } catch (Refused refused) {
            mistakes.add(
                    row.number(),
                    "from",
                    refused.messageKey(),
                    refused.arguments().toArray());
        }
    }
}
