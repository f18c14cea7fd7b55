package vn.binhdang.statistics.collection.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.binhdang.kernel.Reach;
import vn.binhdang.kernel.SearchWords;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitSearch;
import vn.binhdang.statistics.PeriodCode;

/** The questions of the board. That the unit lies where the actor may look is asked before, by {@link #seen}. */
@Repository
class BoardRows {
    /** Each expected unit with how far it has come; the accepted revision counts while an amendment is under way. */
    private static final String STANDING = """
        with due as (select d.kind, d.due_on from unnest(cast(:kinds as text[]), cast(:dues as date[])) d (kind, due_on)),
        asked as materialized (
            select distinct a.unit_kind, a.within_id from stat_form_assignment a
            where  a.form_id = :form and a.valid_from <= :day and (a.valid_to is null or :day < a.valid_to)),
        expected as materialized (
            select w.unit_id, n.name, n.short_name, n.symbol_abbreviation, d.due_on
            from   unit_within w
            join   unit_name n on n.unit_id = w.unit_id and n.valid_from <= :day and (n.valid_to is null or :day < n.valid_to)
            left   join due d on d.kind = n.kind
            where  w.ancestor_id = :unit and w.valid_from <= :day and :day < w.valid_to
            -- each a set that is made once, and not a question for every unit
            and    (n.kind in (select unit_kind from asked where within_id is null)
                    or (n.kind, n.unit_id) in (
                        select a.unit_kind, i.unit_id from asked a
                        join   unit_within i on i.ancestor_id = a.within_id and i.valid_from <= :day and :day < i.valid_to))),
        answers as materialized (
            select s.id, s.unit_id, s.revision, s.state from stat_submission s where s.form_id = :form and s.period = :period),
        latest as (select distinct on (unit_id) unit_id, id, state from answers order by unit_id, revision desc),
        sent as (
            select a.unit_id, cast(min(t.at) as date) as sent_on
            from   answers a join stat_submission_step t on t.submission_id = a.id and t.step = 'SUBMITTED'
            where  a.revision = 0 group by a.unit_id),
        standing as materialized (
            select x.*, coalesce(case when x.standing in ('NONE', 'DRAFT') then :today > x.due_on
                                      else x.sent_on > x.due_on end, false) as late
            from  (select e.*, l.id as submission_id, s.sent_on,
                          coalesce(c.state = 'ACCEPTED' and l.state <> 'ACCEPTED', false) as amending,
                          coalesce(c.state, l.state, 'NONE') as standing
                   from   expected e
                   left   join latest l on l.unit_id = e.unit_id
                   left   join sent s on s.unit_id = e.unit_id
                   left   join answers c on c.unit_id = e.unit_id and c.state = 'ACCEPTED') x)
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

    /** Lines of some of those found, with what they lie in and how often they were urged. */
    private static final String LINES = """
        select x.unit_id, x.name, x.standing, x.amending, x.late, x.due_on, x.sent_on, x.submission_id, a.name as place,
               coalesce(u.urged, 0) as urged, u.urged_on
        from  (%s) x
        left   join unit_parent p on p.unit_id = x.unit_id and p.valid_from <= :day and (p.valid_to is null or :day < p.valid_to)
        left   join unit_name a on a.unit_id = p.parent_id and a.valid_from <= :day and (a.valid_to is null or :day < a.valid_to)
        left   join (select g.unit_id, count(*) as urged, max(g.on_day) as urged_on from stat_urging g
                     where  g.form_id = :form and g.period = :period group by g.unit_id) u on u.unit_id = x.unit_id
        """;

    private static final Pattern UNIT = Pattern.compile(":unit\\b");

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

    /** What a page of the board shows: the whole, its branches that have more than themselves, and some lines. */
    record Page(Summary summary, Found found) {}

    /**
     * In one statement, since what is counted and what is listed is the same.
     * @param limit lines at most, in the order of names
     */
    Page page(BoardQuestion question, Filter filter, String words, UnitSearch.@Nullable Key after, int limit) {
        var levels = new ArrayList<Level>();
        var whole = new Counts[] {Counts.ZERO};
        var lines = new ArrayList<Line>();
        var total = new int[1];
        asked(
                        STANDING + FOUND.formatted(filter.condition) + """
                                , branch as (
                                    select c.unit_id, c.ancestor_id, p.position
                                    from   unit_parent p
                                    join   unit_within c on c.ancestor_id = p.unit_id and c.valid_from <= :day and :day < c.valid_to
                                    where  p.parent_id = :unit and p.valid_from <= :day and (p.valid_to is null or :day < p.valid_to)),
                                counted as (
                                    select c.ancestor_id, min(c.position) as position, grouping(c.ancestor_id) as everything,
                                           bool_or(x.unit_id <> c.ancestor_id) as deeper,
                                           count(*) as expected,
                                           count(*) filter (where x.standing = 'NONE') as none,
                                           count(*) filter (where x.standing = 'DRAFT') as draft,
                                           count(*) filter (where x.standing = 'SUBMITTED') as submitted,
                                           count(*) filter (where x.standing = 'RETURNED') as returned,
                                           count(*) filter (where x.standing = 'ACCEPTED') as accepted,
                                           count(*) filter (where x.late) as late_units
                                    from   standing x left join branch c on c.unit_id = x.unit_id
                                    group  by grouping sets ((), (c.ancestor_id)))
                                select true as counts, row_number() over (order by b.position nulls last, n.name collate vietnamese, b.ancestor_id) as at,
                                       b.everything = 1 as everything, b.ancestor_id as unit_id, n.name, b.expected, b.none, b.draft, b.submitted,
                                       b.returned, b.accepted, b.late_units, (select count(*) from found) as total,
                                       null as standing, null as amending, null as late, null as due_on, null as sent_on, null as submission_id,
                                       null as place, null as urged, null as urged_on
                                from   counted b
                                left   join unit_name n on n.unit_id = b.ancestor_id and n.valid_from <= :day
                                                       and (n.valid_to is null or :day < n.valid_to)
                                where  b.everything = 1 or (b.ancestor_id is not null and b.deeper)
                                union  all
                                select false, row_number() over (order by l.name collate vietnamese, l.unit_id), false, l.unit_id, l.name,
                                       null, null, null, null, null, null, null, null,
                                       l.standing, l.amending, l.late, l.due_on, l.sent_on, l.submission_id, l.place, l.urged, l.urged_on
                                from  (
                                """ + LINES.formatted("""
                                    select f.* from found f
                                    where  cast(:afterName as text) is null
                                    or     (f.name collate vietnamese, f.unit_id) > (cast(:afterName as text) collate vietnamese, :afterId)
                                    order  by f.name collate vietnamese, f.unit_id limit :limit
                                    """)
                                + ") l order by counts desc, at",
                        question)
                .param("words", SearchWords.patterns(words))
                .param("afterName", after == null ? null : after.name(), java.sql.Types.VARCHAR)
                .param("afterId", after == null ? new UUID(0, 0) : after.unit().value())
                .param("limit", limit)
                .query(rs -> {
                    if (!rs.getBoolean("counts")) {
                        lines.add(LINE.mapRow(rs, lines.size()));
                        return;
                    }
                    var counts = new Counts(
                            rs.getInt("expected"),
                            rs.getInt("none"),
                            rs.getInt("draft"),
                            rs.getInt("submitted"),
                            rs.getInt("returned"),
                            rs.getInt("accepted"),
                            rs.getInt("late_units"));
                    total[0] = rs.getInt("total");
                    if (rs.getBoolean("everything")) whole[0] = counts;
                    else
                        levels.add(new Level(
                                new UnitId(rs.getObject("unit_id", UUID.class)),
                                Optional.ofNullable(rs.getString("name")).orElse("–"),
                                counts));
                });
        return new Page(new Summary(whole[0], levels), new Found(lines, total[0]));
    }

    /** All of them in the order of names. */
    List<Line> all(BoardQuestion question, Filter filter, String words) {
        return asked(
                        STANDING + FOUND.formatted(filter.condition) + LINES.formatted("select * from found")
                                + " order by x.name collate vietnamese, x.unit_id",
                        question)
                .param("words", SearchWords.patterns(words))
                .query(LINE)
                .list();
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

    /**
     * @param visible whether a unit lies within a reach: today, on the day asked about, or by what it has become since
     * @param whole whether with it all lie there that were below it on the day
     */
    record Seen(boolean visible, boolean whole) {}

    Seen seen(UnitId unit, Reach reach, LocalDate day, LocalDate today) {
        return jdbc.sql("""
            select in_reach(:unit, :whole, :only, :today) or in_reach(:unit, :whole, :only, :day)
                   or :day < :today and exists (
                       select 1 from unit_successors(array[cast(:unit as uuid)], :day, :today) s
                       where  in_reach(s.unit_id, :whole, :only, :today)) as visible,
                   in_reach(:unit, :whole, '{}', :day) as whole
            """)
                .param("unit", unit.value())
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .param("day", day)
                .param("today", today)
                .query(Seen.class)
                .single();
    }

    /** Those of many units that lie within a reach; as {@link #seen} says it of one. */
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

    private JdbcClient.StatementSpec asked(String sql, BoardQuestion question) {
        var kinds = question.due().keySet().stream().sorted().toList();
        // Below one unit there is nobody, below another lie thousands: of a unit that is handed over beside the
        // statement
        // PostgreSQL would keep one plan for all of them, which is made for three.
        return jdbc.sql(UNIT.matcher(sql).replaceAll("uuid '" + question.unit() + "'"))
                .param("form", question.form().value())
                .param("period", PeriodCode.number(question.period()))
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
