package vn.binhdang.execution.task;

import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.access.Colleagues;
import vn.binhdang.access.Colleagues.Colleague;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.Units;

/**
 * Finds who is spoken to in a comment: "@Trịnh Xuân Giang", and "@Trịnh Xuân Giang (Phòng Quản lý khoa học)" where the
 * agency has two of that name. Case and diacritics do not matter, for names are typed on phones.
 */
@Component
class Mentions {
    /** A sign that begins a word, so no address of e-mail, and the words after it. */
    private static final Pattern MENTION =
            Pattern.compile("(?<![\\p{L}\\p{N}.])@((?:\\p{L}[\\p{L}'’-]*)(?:[ \\u00A0]\\p{L}[\\p{L}'’-]*){0,6})(?:["
                    + " ]?\\(([^)]{1,200})\\))?");

    private static final int LONGEST_NAME = 6;
    private static final int MOST = 20;

    private final Colleagues colleagues;
    private final Units units;
    private final Clock clock;

    Mentions(Colleagues colleagues, Units units, Clock clock) {
        this.colleagues = colleagues;
        this.units = units;
        this.clock = clock;
    }

    private record Spoken(List<String> words, String unit) {
        /** "Trịnh Xuân", "Trịnh Xuân Giang" …: how far the name goes, only the register knows. */
        List<String> names() {
            var names = new ArrayList<String>();
            for (int n = Math.min(LONGEST_NAME, words.size()); n >= 1; n--)
                names.add(String.join(" ", words.subList(0, n)));
            return names;
        }
    }

    /** The accounts spoken to; who is unknown or one of several is a problem of the field. */
    Set<AccountId> in(Actor actor, String comment, List<Problem> problems) {
        var spoken = spoken(comment);
        if (spoken.size() > MOST) {
            problems.add(new Problem("comment", "execution.comment.tooMany", MOST));
            return Set.of();
        }
        var byName = new LinkedHashMap<String, List<Colleague>>();
        for (var one : colleagues.called(
                actor.agency(), spoken.stream().flatMap(s -> s.names().stream()).collect(Collectors.toSet())))
            byName.computeIfAbsent(folded(one.name()), name -> new ArrayList<>())
                    .add(one);
        var accounts = new HashSet<AccountId>();
        for (var one : spoken) {
            var called = one.names().stream()
                    .map(Mentions::folded)
                    .filter(byName::containsKey)
                    .findFirst()
                    .map(name -> byName.getOrDefault(name, List.of()))
                    .orElse(List.of());
            if (called.isEmpty())
                problems.add(new Problem(
                        "comment",
                        "execution.comment.unknown",
                        String.join(
                                " ",
                                one.words().subList(0, Math.min(3, one.words().size())))));
            else if (called.size() == 1) accounts.add(called.getFirst().account());
            else oneOf(called, one, problems, accounts);
        }
        return accounts;
    }

    private void oneOf(List<Colleague> called, Spoken one, List<Problem> problems, Set<AccountId> accounts) {
        var named = units.named(
                called.stream().map(Colleague::unit).toList(), Today.of(clock).day());
        var fit = called.stream()
                .filter(each -> is(named.get(each.unit()), one.unit()))
                .toList();
        if (fit.size() == 1) {
            accounts.add(fit.getFirst().account());
            return;
        }
        problems.add(new Problem(
                "comment",
                "execution.comment.several",
                called.getFirst().name(),
                called.stream()
                        .map(Colleague::unit)
                        .distinct()
                        .map(unit -> name(named.get(unit), unit))
                        .collect(Collectors.joining("; "))));
    }

    private static boolean is(@Nullable Unit unit, String said) {
        if (unit == null || said.isEmpty()) return false;
        return folded(unit.name()).equals(folded(said)) || folded(unit.label()).equals(folded(said));
    }

    private static String name(@Nullable Unit unit, UnitId id) {
        return unit == null ? id.toString() : unit.name();
    }

    private static List<Spoken> spoken(String comment) {
        var spoken = new ArrayList<Spoken>();
        for (Matcher m = MENTION.matcher(comment); m.find(); )
            spoken.add(new Spoken(List.of(m.group(1).split("[ \\u00A0]+", -1)), m.group(2) == null ? "" : m.group(2)));
        return spoken;
    }

    /** As the database folds: without marks and case. */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
