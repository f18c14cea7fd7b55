package vn.binhdang.access.delegation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.access.delegation.NewDelegationPage.Choice;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Units;

/**
 * The open accounts of an agency, to pick one from a list or, where they are many, by the name of its person: "Nguyễn Thị
 * Hoa", where two have that name "Nguyễn Thị Hoa (Phòng Tổ chức)", and where that is not enough "Nguyễn Thị Hoa (Phòng Tổ
 * chức, hoant)".
 */
@Component
class ColleaguesByName {
    /** More than this nobody finds in a list. */
    private static final int MOST = 300;

    private static final int CANDIDATES = 12;

    private final JdbcClient jdbc;
    private final Units units;
    private final Clock clock;

    ColleaguesByName(JdbcClient jdbc, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.clock = clock;
    }

    private record Named(UUID id, String name, String username, UUID unitId) {}

    private record Labelled(UUID id, String name, String unit, String label) {}

    /** All but the reader, by given name; empty when there are too many for a list. */
    List<Choice> list(Actor actor) {
        var found = find(actor, " and a.id <> :me ", "", MOST + 1);
        if (found.size() > MOST) return List.of();
        return found.stream()
                .map(one -> new Choice(one.id().toString(), one.name()))
                .toList();
    }

    /** Those in whose names all these words occur, as {@link #chosen} understands them. */
    List<String> like(Actor actor, String words) {
        if (words.isBlank()) return List.of();
        return labelled(find(actor, LIKE, words, CANDIDATES)).stream()
                .map(Labelled::label)
                .toList();
    }

    /** What a form sent: the id of an account from a list of choices, which is not looked at further, or a name. */
    Optional<String> chosen(Actor actor, String sent) {
        if (isId(sent)) return Optional.of(sent.strip());
        var meant = called(actor, sent);
        return meant.size() == 1 ? Optional.of(meant.getFirst().id().toString()) : Optional.empty();
    }

    /** Whom words could mean that mean nobody, or several. */
    List<String> couldMean(Actor actor, String words) {
        if (words.isBlank() || isId(words)) return List.of();
        var meant = called(actor, words);
        return meant.size() == 1
                ? List.of()
                : meant.isEmpty()
                        ? like(actor, words.replaceFirst(" \\(.*", ""))
                        : meant.stream().limit(CANDIDATES).map(Labelled::label).toList();
    }

    /** What stands in the field as it is typed: a name for an id, and what was typed as it is. */
    String words(Actor actor, @Nullable String sent) {
        if (sent == null || sent.isBlank() || !isId(sent)) return sent == null ? "" : sent;
        return labelled(find(actor, " and cast(a.id as text) = :words ", sent.strip(), 1)).stream()
                .map(Labelled::label)
                .findFirst()
                .orElse("");
    }

    private List<Labelled> called(Actor actor, String words) {
        String typed = words.strip();
        int open = typed.lastIndexOf(" (");
        boolean precise = open > 0 && typed.endsWith(")");
        var found = labelled(find(actor, CALLED, precise ? typed.substring(0, open) : typed, MOST));
        if (!precise) return found;
        String place = typed.substring(open + 2, typed.length() - 1).strip();
        return found.stream()
                .filter(one -> place.equalsIgnoreCase(one.unit()) || typed.equalsIgnoreCase(one.label()))
                .toList();
    }

    private static final String CALLED = " and fold(p.family_name || ' ' || p.given_name) = fold(:words) ";

    private static final String LIKE = """
         and (select bool_and(fold(p.family_name || ' ' || p.given_name) like '%' || fold(word) || '%')
              from   unnest(cast(:patterns as text[])) word)
        """;

    private List<Named> find(Actor actor, String narrowed, String words, int limit) {
        return jdbc.sql("""
            select a.id, p.family_name || ' ' || p.given_name as name, a.username, a.unit_id
            from   account a join person p on p.id = a.person_id
            where  a.agency_id = :agency and a.closed_at is null
            """ + narrowed + """
            order  by p.given_name collate vietnamese, p.family_name collate vietnamese, a.id
            limit  :limit
            """)
                .param("agency", actor.agency().value())
                .param("me", actor.account().value())
                .param("words", words)
                .param(
                        "patterns",
                        Arrays.stream(words.replaceAll("[%_\\\\]", " ").strip().split("\\s+"))
                                .limit(10)
                                .toArray(String[]::new))
                .param("limit", limit)
                .query(Named.class)
                .list();
    }

    private List<Labelled> labelled(List<Named> found) {
        var ids = new HashSet<UnitId>();
        for (var one : found) ids.add(new UnitId(one.unitId()));
        var named = units.named(ids, LocalDate.now(clock));
        return found.stream()
                .map(one -> {
                    var unit = named.get(new UnitId(one.unitId()));
                    String place = unit == null ? "" : unit.label();
                    boolean twice = found.stream()
                                    .filter(other -> other.name().equals(one.name())
                                            && other.unitId().equals(one.unitId()))
                                    .count()
                            > 1;
                    return new Labelled(
                            one.id(),
                            one.name(),
                            place,
                            one.name() + " (" + place + (twice ? ", " + one.username() : "") + ")");
                })
                .toList();
    }

    private static boolean isId(String sent) {
        try {
            AccountId.of(sent.strip());
            return true;
        } catch (NotVisible words) {
            return false;
        }
    }
}
