package vn.binhdang.statistics.collection.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.binhdang.kernel.Reach;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitSearch;
import vn.binhdang.statistics.PeriodCode;

/** The questions of the board. That the unit lies where the actor may look is asked before, by {@link #isVisible}. */
@Repository
class BoardRows {
    /** Each expected unit with how far it has come; the accepted revision counts while an amendment is under way. */
    private static final String STANDING = """
        with due as (select d.kind, d.due_on from unnest(cast(:kinds as text[]), cast(:dues as date[])) d (kind, due_on)),
        expected as materialized (
            select w.unit_id, w.distance, n.kind, n.name, n.short_name, n.symbol_abbreviation, d.due_on
            from   unit_within w
            join   unit_name n on n.unit_id = w.unit_id and n.valid_from <= :day and (n.valid_to is null or :day < n.valid_to)
            left   join due d on d.kind = n.kind
            where  w.ancestor_id = :unit and w.valid_from <= :day and :day < w.valid_to
            and    exists (select 1 from stat_form_assignment a
                           where  a.form_id = :form and a.unit_kind = n.kind
                           and    a.valid_from <= :day and (a.valid_to is null or :day < a.valid_to)
                           and    (a.within_id is null or exists (
                                   select 1 from unit_within i where i.unit_id = n.unit_id and i.ancestor_id = a.within_id
                                   and i.valid_from <= :day and :day < i.valid_to)))),
        answered as materialized (
            select s.unit_id, bool_or(s.state = 'ACCEPTED') as accepted,
                   (array_agg(s.state order by s.revision desc))[1] as latest,
                   (array_agg(s.id order by s.revision desc))[1] as submission_id,
                   cast(min(t.at) as date) as sent_on
            from   stat_submission s
            left   join stat_submission_step t on t.submission_id = s.id and t.step = 'SUBMITTED' and s.revision = 0
            where  s.form_id = :form and s.period = :period
            group  by s.unit_id),
        standing as materialized (
            select x.*, coalesce(case when x.standing in ('NONE', 'DRAFT') then :today > x.due_on
                                      else x.sent_on > x.due_on end, false) as late
            from  (select e.*, a.submission_id, a.sent_on, coalesce(a.accepted and a.latest <> 'ACCEPTED', false) as amending,
                          case when a.accepted then 'ACCEPTED' else coalesce(a.latest, 'NONE') end as standing
                   from   expected e left join answered a on a.unit_id = e.unit_id) x)
        """;

    /** What the filter and the words leave of it. The words are folded once, and not again for each unit. */
    private static final String FOUND = """
        , found as materialized (
            select x.* from standing x
            where  %s
            and    (cardinality(cast(:words as text[])) = 0
                    or unit_words(x.name, x.short_name, x.symbol_abbreviation)
                       like all (array(select fold(word) from unnest(cast(:words as text[])) word))))
        """;

    private static final RowMapper<Line> LINE = new SimplePropertyRowMapper<>(Line.class);

    private final JdbcClient jdbc;

    BoardRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How many of the expected units stand where.
     * @param late those not handed in after the deadline, and those handed in after it
     */
    record Counts(int expected, int none, int draft, int submitted, int returned, int accepted, int late) {
        static final Counts ZERO = new Counts(0, 0, 0, 0, 0, 0, 0);

        int handedIn() {
            return submitted + accepted;
        }
    }

    /** @param child a unit directly below the one asked about, under which others are expected */
    record Level(UnitId child, String name, Counts counts) {}

    record Summary(Counts whole, List<Level> levels) {}

    /** The whole and each branch that has more than itself, in one statement. */
    Summary summary(BoardQuestion question) {
        var levels = new ArrayList<Level>();
        var whole = new Counts[] {Counts.ZERO};
        asked(STANDING + """
            select b.*, n.name
            from  (select c.ancestor_id, grouping(c.ancestor_id) as everything, max(x.distance) as deepest,
                          count(*) as expected,
                          count(*) filter (where x.standing = 'NONE') as none,
                          count(*) filter (where x.standing = 'DRAFT') as draft,
                          count(*) filter (where x.standing = 'SUBMITTED') as submitted,
                          count(*) filter (where x.standing = 'RETURNED') as returned,
                          count(*) filter (where x.standing = 'ACCEPTED') as accepted,
                          count(*) filter (where x.late) as late
                   from   standing x
                   left   join unit_within c on c.unit_id = x.unit_id and c.distance = x.distance - 1
                                            and c.valid_from <= :day and :day < c.valid_to
                   group  by grouping sets ((), (c.ancestor_id))) b
            left   join unit_name n on n.unit_id = b.ancestor_id and n.valid_from <= :day
                                   and (n.valid_to is null or :day < n.valid_to)
            left   join unit_parent p on p.unit_id = b.ancestor_id and p.parent_id = :unit
                                     and p.valid_from <= :day and (p.valid_to is null or :day < p.valid_to)
            where  b.everything = 1 or (b.ancestor_id is not null and b.deepest > 1)
            order  by p.position nulls last, n.name collate vietnamese, b.ancestor_id
            """, question).query(rs -> {
            var counts = new Counts(
                    rs.getInt("expected"),
                    rs.getInt("none"),
                    rs.getInt("draft"),
                    rs.getInt("submitted"),
                    rs.getInt("returned"),
                    rs.getInt("accepted"),
                    rs.getInt("late"));
            if (rs.getInt("everything") == 1) whole[0] = counts;
            else
                levels.add(new Level(
                        new UnitId(rs.getObject("ancestor_id", UUID.class)),
                        Optional.ofNullable(rs.getString("name")).orElse("–"),
                        counts));
        });
        return new Summary(whole[0], levels);
    }

    /**
     * @param place what it lies in
     * @param urged how often, and on which day last
     */
    record Line(
            UUID unitId,
            String name,
            @Nullable String place,
            String standing,
            boolean amending,
            boolean late,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate sentOn,
            @Nullable UUID submissionId,
            int urged,
            @Nullable LocalDate urgedOn) {}

    /** @param total of all pages */
    record Found(List<Line> lines, int total) {}

    /** Up to so many in the order of names. */
    Found list(BoardQuestion question, Filter filter, String words, UnitSearch.@Nullable Key after, int limit) {
        var total = new int[1];
        var lines = asked(STANDING + FOUND.formatted(filter.condition) + """
            select x.unit_id, x.name, x.standing, x.amending, x.late, x.due_on, x.sent_on, x.submission_id, c.total,
                   (select a.name from unit_parent p join unit_name a on a.unit_id = p.parent_id
                           and a.valid_from <= :day and (a.valid_to is null or :day < a.valid_to)
                    where  p.unit_id = x.unit_id and p.valid_from <= :day and (p.valid_to is null or :day < p.valid_to)
                    limit  1) as place,
                   u.urged, u.urged_on
            from  (select count(*) as total from found) c
            left   join (select f.* from found f
                         where  cast(:afterName as text) is null
                         or     (f.name collate vietnamese, f.unit_id) > (cast(:afterName as text) collate vietnamese, :afterId)
                         order  by f.name collate vietnamese, f.unit_id limit :limit) x on true
            left   join lateral (select count(*) as urged, max(g.on_day) as urged_on from stat_urging g
                                 where g.form_id = :form and g.period = :period and g.unit_id = x.unit_id) u on true
            order  by x.name collate vietnamese, x.unit_id
            """, question)
                .param("words", patterns(words))
                .param("afterName", after == null ? null : after.name(), java.sql.Types.VARCHAR)
                .param("afterId", after == null ? new UUID(0, 0) : after.unit().value())
                .param("limit", limit)
                .query((rs, row) -> {
                    total[0] = rs.getInt("total");
                    return rs.getObject("unit_id") == null ? Optional.<Line>empty() : Optional.of(LINE.mapRow(rs, row));
                })
                .list();
        return new Found(lines.stream().flatMap(Optional::stream).toList(), total[0]);
    }

    /** Those who still have to hand in: of these units, or of all when none are named. */
    List<UnitId> open(BoardQuestion question, List<UnitId> among, boolean lateOnly) {
        return asked(STANDING + """
            select x.unit_id from standing x
            where  x.standing in ('NONE', 'DRAFT', 'RETURNED')
            and    (not :lateOnly or x.late)
            and    (cardinality(cast(:among as uuid[])) = 0 or x.unit_id = any (cast(:among as uuid[])))
            order  by x.unit_id
            """, question)
                .param("lateOnly", lateOnly)
                .param("among", among.stream().map(UnitId::toString).toArray(String[]::new))
                .query(UUID.class)
                .list()
                .stream()
                .map(UnitId::new)
                .toList();
    }

    /** Whether a unit lies within a reach: today, on the day asked about, or by what it has become since. */
    boolean isVisible(UnitId unit, Reach reach, LocalDate day, LocalDate today) {
        return jdbc.sql("""
            select in_reach(:unit, :whole, :only, :today) or in_reach(:unit, :whole, :only, :day)
                   or :day < :today and exists (
                       select 1 from unit_successors(array[cast(:unit as uuid)], :day, :today) s
                       where  in_reach(s.unit_id, :whole, :only, :today))
            """)
                .param("unit", unit.value())
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .param("day", day)
                .param("today", today)
                .query(Boolean.class)
                .single();
    }

    /** Those of many units that lie within a reach; as {@link #isVisible} says it of one. */
    Set<UUID> within(Collection<UUID> units, Reach reach, LocalDate day, LocalDate today) {
        return jdbc
                .sql("""
                    select u.id from unnest(cast(:units as uuid[])) u (id)
                    where  in_reach(u.id, :whole, :only, :today) or in_reach(u.id, :whole, :only, :day)
                           or :day < :today and exists (
                               select 1 from unit_successors(array[u.id], :day, :today) s
                               where  in_reach(s.unit_id, :whole, :only, :today))
                    """)
                .param("units", units.toArray(UUID[]::new))
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .param("day", day)
                .param("today", today)
                .query(UUID.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private static String[] patterns(String words) {
        var patterns = new ArrayList<String>();
        for (String word : words.strip().split("\\s+"))
            if (!word.isEmpty()) patterns.add("%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%");
        return patterns.toArray(String[]::new);
    }

    private JdbcClient.StatementSpec asked(String sql, BoardQuestion question) {
        var kinds = question.due().keySet().stream().sorted().toList();
        return jdbc.sql(sql)
                .param("form", question.form().value())
                .param("period", PeriodCode.number(question.period()))
                .param("unit", question.unit().value())
                .param("day", question.day())
                .param("today", question.today())
                .param("kinds", kinds.stream().map(Enum::name).toArray(String[]::new))
                .param(
                        "dues",
                        kinds.stream()
                                .map(kind -> String.valueOf(question.due().get(kind)))
                                .toArray(String[]::new));
    }
}
