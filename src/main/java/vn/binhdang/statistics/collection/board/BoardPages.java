package vn.binhdang.statistics.collection.board;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.access.Accounts;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitSearch;
import vn.binhdang.organisation.Units;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.collection.board.BoardPage.Choice;
import vn.binhdang.statistics.collection.board.BoardPage.Crumb;
import vn.binhdang.statistics.collection.board.BoardPage.Figure;
import vn.binhdang.statistics.collection.board.BoardRows.Counts;
import vn.binhdang.statistics.collection.submission.Periods;
import vn.binhdang.web.Text;

/** Makes the board ready to print. */
@Component
class BoardPages {
    static final int PAGE = 50;
    private static final int MOST_IN_LOG = 500;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private static final String BOARD = "/statistics/board";

    private final Boards boards;
    private final BoardRows rows;
    private final BoardUrging urging;
    private final Units units;
    private final Accounts accounts;

    BoardPages(Boards boards, BoardRows rows, BoardUrging urging, Units units, Accounts accounts) {
        this.boards = boards;
        this.rows = rows;
        this.urging = urging;
        this.units = units;
        this.accounts = accounts;
    }

    /** What the address says beside which board. */
    record View(Filter filter, String words, UnitSearch.@Nullable Key after) {}

    BoardPage page(Actor actor, Boards.Wanted wanted, View view, String saved, String problem, Text t) {
        return boards.find(actor, wanted, Action.READ_STATISTICS)
                .map(board -> page(actor, board, view, saved, problem, t))
                .orElseGet(BoardPages::none);
    }

    private static BoardPage none() {
        return new BoardPage(
                false,
                "",
                "",
                List.of(),
                List.of(),
                new BoardPage.Asked("", "", "", ""),
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                "",
                0,
                0,
                List.of(),
                "",
                List.of(),
                false,
                "",
                List.of(),
                false,
                "",
                0,
                0,
                "",
                "",
                "",
                "");
    }

    private BoardPage page(Actor actor, Boards.Board board, View view, String saved, String problem, Text t) {
        var question = board.question();
        var unit = units.nearest(question.unit(), question.day());
        var above = units.ancestors(question.unit(), question.day());
        var page = rows.page(question, view.filter(), view.words(), view.after(), PAGE + 1);
        var summary = page.summary();
        var found = page.found();
        boolean more = found.lines().size() > PAGE;
        var shown = more ? found.lines().subList(0, PAGE) : found.lines();
        boolean filtered = view.filter() != Filter.ALL || !view.words().isBlank();
        var asked = asked(board, question.unit(), view.filter());
        var counts = summary.whole();
        boolean anyOpen = counts.expected() > counts.handedIn();
        boolean mayUrge = anyOpen && may(actor, Action.ACCEPT_STATISTICS, question);
        boolean mayEnter = anyOpen && may(actor, Action.ENTER_STATISTICS, question);
        String quiet = !mayUrge
                ? ""
                : urging.quietUntil(actor, question.today())
                        .map(day -> t.of("statistics.collection.urging.quiet", DAY.format(day)))
                        .orElse("");
        return new BoardPage(
                true,
                saved,
                problem,
                board.forms().stream()
                        .map(form ->
                                new Choice(form.shape().code(), form.name(t.language()), form.equals(board.form())))
                        .toList(),
                board.periods().stream()
                        .map(period -> new Choice(
                                PeriodCode.text(period), Periods.name(period, t), period.equals(question.period())))
                        .toList(),
                asked,
                unit.name(),
                t.of(
                        "statistics.collection.board.lead",
                        DAY.format(
                                board.form().shape().window(question.period()).from()),
                        DAY.format(question.day())),
                crumbs(
                        actor,
                        board,
                        above.stream()
                                .map(one -> new Crumb(one.id().toString(), one.name()))
                                .toList()),
                counts.expected() > 0 ? List.of() : forerunners(board),
                figures(asked, counts, t),
                t.of("statistics.collection.board.handedIn", counts.handedIn(), counts.expected()),
                counts.expected(),
                counts.handedIn(),
                summary.levels().stream().map(level -> level(board, level, t)).toList(),
                view.words(),
                Stream.of(Filter.values())
                        .map(filter -> new Choice(
                                filter.name(),
                                t.of("statistics.collection.board.filter." + filter.name()),
                                filter == view.filter()))
                        .toList(),
                filtered,
                t.of("statistics.collection.board.found", found.total()),
                shown.stream()
                        .map(line -> row(line, mayUrge && quiet.isEmpty(), question.today(), t))
                        .toList(),
                mayUrge && quiet.isEmpty(),
                quiet,
                counts.expected() - counts.handedIn(),
                counts.late(),
                more
                        ? BoardAddress.of(
                                BOARD,
                                asked,
                                view.words(),
                                new UnitSearch.Key(
                                                shown.getLast().name(),
                                                new UnitId(shown.getLast().unitId()))
                                        .text())
                        : "",
                BoardAddress.of(BOARD + ".xlsx", asked, view.words(), ""),
                mayEnter ? BoardAddress.of(BOARD + "/workbook", asked(board, question.unit(), Filter.ALL), "", "") : "",
                BoardAddress.of(BOARD + "/urgings", asked(board, question.unit(), Filter.ALL), "", ""));
    }

    private boolean may(Actor actor, Action action, BoardQuestion question) {
        return actor.may(action)
                && rows.seen(question.unit(), actor.reach(action), question.day(), question.today())
                        .visible();
    }

    private static BoardPage.Asked asked(Boards.Board board, UnitId unit, Filter filter) {
        return new BoardPage.Asked(
                board.form().shape().code(),
                PeriodCode.text(board.question().period()),
                unit.toString(),
                filter.name());
    }

    /** The units above that lie in reach; whoever holds a role for a province does not climb to the country. */
    private static List<Crumb> crumbs(Actor actor, Boards.Board board, List<Crumb> above) {
        var reach = actor.reach(Action.READ_STATISTICS);
        var crumbs = new ArrayList<Crumb>();
        for (var one : above) {
            var id = UnitId.of(one.href());
            if (crumbs.isEmpty() && !reach.whole().contains(id) && !reach.only().contains(id)) continue;
            crumbs.add(new Crumb(BoardAddress.of(BOARD, asked(board, id, Filter.ALL), "", ""), one.name()));
        }
        return crumbs;
    }

    /** A unit that began after the period: its figures are with those it came from. */
    private List<Crumb> forerunners(Boards.Board board) {
        var question = board.question();
        if (!question.day().isBefore(question.today())) return List.of();
        var span = units.span(question.unit());
        if (!span.from().isAfter(question.day()) || !span.contains(question.today())) return List.of();
        var ids = units.predecessors(question.unit(), question.today(), question.day()).stream()
                .map(one -> one.unit())
                .filter(id -> !id.equals(question.unit()))
                .toList();
        return units.named(ids, question.day()).values().stream()
                .map(unit ->
                        new Crumb(BoardAddress.of(BOARD, asked(board, unit.id(), Filter.ALL), "", ""), unit.name()))
                .sorted(java.util.Comparator.comparing(Crumb::name))
                .toList();
    }

    private static List<Figure> figures(BoardPage.Asked asked, Counts counts, Text t) {
        var figures = new ArrayList<Figure>();
        figures.add(figure(asked, Filter.ALL, counts.expected(), "", t));
        figures.add(figure(asked, Filter.ACCEPTED, counts.accepted(), "done", t));
        figures.add(figure(asked, Filter.SUBMITTED, counts.submitted(), "", t));
        figures.add(figure(asked, Filter.RETURNED, counts.returned(), "", t));
        figures.add(figure(asked, Filter.DRAFT, counts.draft(), "", t));
        figures.add(figure(asked, Filter.NONE, counts.none(), "", t));
        figures.add(figure(asked, Filter.LATE, counts.late(), counts.late() == 0 ? "" : "late", t));
        return figures;
    }

    private static Figure figure(BoardPage.Asked asked, Filter filter, int number, String mark, Text t) {
        return new Figure(
                t.number(number),
                t.of("statistics.collection.board.filter." + filter.name()),
                mark,
                BoardAddress.of(
                                BOARD,
                                new BoardPage.Asked(asked.form(), asked.period(), asked.unit(), filter.name()),
                                "",
                                "")
                        + "#list");
    }

    private static BoardPage.Level level(Boards.Board board, BoardRows.Level level, Text t) {
        var counts = level.counts();
        return new BoardPage.Level(
                level.name(),
                BoardAddress.of(BOARD, asked(board, level.child(), Filter.ALL), "", ""),
                counts.handedIn() + "/" + counts.expected(),
                counts.expected(),
                counts.handedIn(),
                t.of(
                        "statistics.collection.board.level",
                        counts.accepted(),
                        counts.submitted(),
                        counts.returned(),
                        counts.draft(),
                        counts.none()),
                counts.late(),
                t.of("statistics.collection.board.late", counts.late()));
    }

    private static BoardPage.Row row(BoardRows.Line line, boolean mayUrge, LocalDate today, Text t) {
        var standing = Standing.valueOf(line.standing());
        boolean urgedToday = today.equals(line.urgedOn());
        return new BoardPage.Row(
                mayUrge && standing.isOpen() && !urgedToday ? line.unitId().toString() : "",
                line.name(),
                line.place() == null ? "" : line.place(),
                line.submissionId() == null ? "" : "/statistics/submissions/" + line.submissionId(),
                t.of("statistics.collection.board.filter." + standing.name()),
                standing.mark(),
                line.amending() ? t.of("statistics.collection.board.amending") : "",
                line.late(),
                day(line.dueOn()),
                day(line.sentOn()),
                line.urged() == 0 ? "" : t.of("statistics.collection.board.urged", line.urged(), day(line.urgedOn())));
    }

    static String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    Optional<LogPage> log(Actor actor, Boards.Wanted wanted, @Nullable UnitId only, Text t) {
        return boards.find(actor, wanted, Action.READ_STATISTICS).map(board -> {
            var question = board.question();
            var kept = urging.log(question, only, MOST_IN_LOG);
            var names = units.named(
                    Stream.concat(
                                    kept.stream().map(one -> new UnitId(one.unitId())),
                                    kept.stream().map(one -> new UnitId(one.byAgency())))
                            .collect(Collectors.toSet()),
                    question.today());
            var people = accounts.namesOf(
                    kept.stream().map(one -> new AccountId(one.byAccount())).collect(Collectors.toSet()));
            return new LogPage(
                    t.of("statistics.collection.urging.title", board.form().name(t.language())),
                    Periods.name(question.period(), t),
                    BoardAddress.of(BOARD, asked(board, question.unit(), Filter.ALL), "", ""),
                    kept.stream()
                            .map(one -> new LogPage.Line(
                                    name(names, one.unitId()),
                                    MOMENT.format(one.at().atZoneSameInstant(Today.ZONE)),
                                    people.getOrDefault(new AccountId(one.byAccount()), ""),
                                    name(names, one.byAgency()),
                                    t.of("statistics.collection.urging.way." + one.way()),
                                    one.told() == 0
                                            ? t.of("statistics.collection.urging.nobody")
                                            : t.of("statistics.collection.urging.told", one.told())))
                            .toList());
        });
    }

    private static String name(java.util.Map<UnitId, vn.binhdang.organisation.Unit> names, java.util.UUID id) {
        return Optional.ofNullable(names.get(new UnitId(id)))
                .map(unit -> unit.name())
                .orElse("–");
    }
}
