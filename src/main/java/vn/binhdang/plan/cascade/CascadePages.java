package vn.binhdang.plan.cascade;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhdang.document.DocumentState;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.Units;
import vn.binhdang.plan.cascade.CascadePage.Choice;
import vn.binhdang.plan.cascade.CascadePage.Figure;
import vn.binhdang.plan.cascade.CascadeRows.Cascade;
import vn.binhdang.plan.cascade.CascadeRows.State;
import vn.binhdang.plan.cascade.CascadeView.Below;
import vn.binhdang.plan.cascade.CascadeView.Counts;
import vn.binhdang.plan.cascade.CascadeView.Stage;
import vn.binhdang.plan.drafting.TypedDate;
import vn.binhdang.web.Text;

/** Makes the pages of the parent view ready to print. */
@Component
class CascadePages {
    /** All provinces on one page. */
    static final int PAGE = 40;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Cascades cascades;
    private final CascadeView view;
    private final Source source;
    private final AddresseeGroups groups;
    private final Units units;
    private final Clock clock;

    CascadePages(Cascades cascades, CascadeView view, Source source, AddresseeGroups groups, Units units, Clock clock) {
        this.cascades = cascades;
        this.view = view;
        this.source = source;
        this.groups = groups;
        this.units = units;
        this.clock = clock;
    }

    static Stage stage(String typed) {
        return Stream.of(Stage.values())
                .filter(stage -> stage.name().equals(typed))
                .findFirst()
                .orElse(Stage.EVERY);
    }

    CascadePage show(Actor actor, CascadeId id, String words, Stage stage, @Nullable AddresseeId after, Text t) {
        var cascade = cascades.find(actor, id);
        var day = cascades.today();
        var counts = view.counts(id, cascade.replyBy(), day);
        var tree = view.below(id);
        var rows = view.list(id, stage, words, cascade.replyBy(), day, after == null ? null : after.value(), PAGE + 1);
        boolean more = rows.size() > PAGE;
        var shown = more ? rows.subList(0, PAGE) : rows;
        var below = view.below(shown.stream()
                .filter(row -> !row.inside() && row.planId() != null)
                .map(CascadeView.Addressee::planId)
                .map(java.util.Objects::requireNonNull)
                .toList());
        boolean own = cascade.agency().equals(actor.agency());
        boolean filtered = stage != Stage.EVERY || !words.isBlank();
        // The clauses stand above the whole list, not above what a filter or a later page shows of it.
        var clauses = filtered || after != null ? List.<CascadeView.ClauseTaken>of() : view.clauses(id);
        String address = "/cascades/" + id;
        var cited = source.of(cascade.plan());
        int found =
                filtered ? view.found(id, stage, words, cascade.replyBy(), day) : counts.total() + counts.handedOver();
        return new CascadePage(
                address,
                cited.subject().isEmpty() ? t.of("plan.list.noSubject") : cited.subject(),
                lead(cascade, cited, t),
                own,
                own ? "/plans/" + cascade.plan() : "",
                mark(cascade.state()),
                t.of("plan.cascade.state." + DocumentState.word(cascade.state())),
                cascade.state() == State.RUNNING,
                cascade.state() == State.STOPPED,
                cascade.state() == State.RECALLED,
                counts.total() - counts.waiting(),
                counts.total(),
                t.of("plan.cascade.progress", counts.total() - counts.waiting(), counts.total()),
                figures(address, counts, t),
                tree.cascades() > 0
                        ? t.of(
                                "plan.cascade.tree",
                                tree.cascades(),
                                counts.total() + tree.total(),
                                counts.issued() + tree.issued(),
                                counts.reported() + tree.reported())
                        : "",
                (int) clauses.stream().filter(clause -> clause.taken() == 0).count(),
                clauses.stream()
                        .map(clause -> new CascadePage.Clause(
                                clause.number() == null ? "" : clause.number(),
                                clause.text(),
                                t.of("plan.cascade.clause.taken", clause.taken(), counts.total()),
                                clause.taken() == 0,
                                clause.amended() == null
                                        ? ""
                                        : t.of(
                                                "plan.amendment.deed." + clause.amended(),
                                                clause.amendedBy(),
                                                TypedDate.printed(clause.amendedOn()))))
                        .toList(),
                words,
                Stream.of(Stage.values())
                        .map(s -> new Choice(s.name(), t.of("plan.cascade.stage." + s.name()), s == stage))
                        .toList(),
                filtered,
                t.of("plan.cascade.found", found),
                shown.stream().map(row -> row(row, cascade, below, t)).toList(),
                more ? address(address, words, stage, shown.getLast().id()) : "",
                own && Cascades.speaksFor(actor, cascade.agency()) && mayRecall(cascade, counts),
                own && Cascades.speaksFor(actor, cascade.agency()) && cascade.state() == State.STOPPED);
    }

    private static boolean mayRecall(Cascade cascade, Counts counts) {
        return cascade.state() != State.RECALLED
                && counts.confirmed() + counts.started() + counts.issued() + counts.handedOver() == 0;
    }

    private String lead(Cascade cascade, Source.Cited cited, Text t) {
        var words = new ArrayList<String>();
        if (!cited.number().isEmpty()) words.add(t.of("plan.cascade.number", cited.number()));
        words.add(t.of(
                "plan.cascade.passedBy",
                units.nearest(cascade.agency(), cascade.onDay()).name(),
                moment(cascade.passedAt())));
        if (cascade.replyBy() != null) words.add(t.of("plan.cascade.replyBy", TypedDate.printed(cascade.replyBy())));
        return String.join(" · ", words);
    }

    private static List<Figure> figures(String address, Counts counts, Text t) {
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("", number(counts.total(), t), t.of("plan.cascade.figure.all"), address + "#list"));
        figures.add(figure(address, Stage.CONFIRMED, "", counts.confirmed(), counts.total(), t));
        if (counts.agencies() > 0) {
            figures.add(figure(address, Stage.ISSUED, "done", counts.issued(), counts.agencies(), t));
            if (counts.late() > 0)
                figures.add(figure(address, Stage.LATE, "late", counts.late(), counts.agencies(), t));
        }
        figures.add(figure(address, Stage.STARTED, "", counts.started(), counts.total(), t));
        figures.add(figure(address, Stage.REPORTED, "done", counts.reported(), counts.total(), t));
        if (counts.handedOver() > 0)
            figures.add(new Figure(
                    "",
                    number(counts.handedOver(), t),
                    t.of("plan.cascade.stage.HANDED_OVER"),
                    address + "?stage=HANDED_OVER#list"));
        return figures;
    }

    private static Figure figure(String address, Stage stage, String mark, int of, int all, Text t) {
        return new Figure(
                of == 0 ? "" : mark,
                t.of("plan.cascade.ofAll", of, all),
                t.of("plan.cascade.stage." + stage.name()),
                address + "?stage=" + stage.name() + "#list");
    }

    private CascadePage.Row row(CascadeView.Addressee row, Cascade cascade, Map<UUID, Below> below, Text t) {
        var passedOn = row.planId() == null || row.inside() ? null : below.get(row.planId());
        return new CascadePage.Row(
                row.unitName(),
                row.place(),
                switch (row.stage()) {
                    case "REPORTED" -> "done";
                    case "ISSUED", "STARTED" -> "in-progress";
                    case "HANDED_OVER" -> "superseded";
                    case "CONFIRMED" -> "approved";
                    default -> "not-started";
                },
                t.of("plan.cascade.row." + row.stage()),
                !row.inside()
                        && row.issuedOn() == null
                        && row.handedOverOn() == null
                        && cascade.replyBy() != null
                        && cascade.replyBy().isBefore(cascades.today()),
                row.madeAt() == null ? "" : day(row.madeAt()),
                row.confirmedAt() == null ? "" : day(row.confirmedAt()),
                issued(row, t),
                TypedDate.printed(row.startedOn()),
                TypedDate.printed(row.reportedOn()),
                note(row, t),
                passedOn == null ? "" : t.of("plan.cascade.passedOn", passedOn.issued(), passedOn.total()),
                passedOn == null ? "" : "/cascades/" + passedOn.cascade());
    }

    static String issued(CascadeView.Addressee row, Text t) {
        if (row.inside()) return t.of("plan.cascade.noPlanNeeded");
        if (row.issuedOn() == null) return "";
        return t.of(
                "plan.cascade.issued",
                row.number() == null ? "" : "%02d".formatted(row.number()),
                row.symbol() == null ? "" : row.symbol(),
                DAY.format(row.issuedOn()));
    }

    static String note(CascadeView.Addressee row, Text t) {
        if (row.handedOverOn() == null) return "";
        return row.successor() == null
                ? t.of("plan.cascade.ended", DAY.format(row.handedOverOn()))
                : t.of("plan.cascade.handedOver", DAY.format(row.handedOverOn()), row.successor());
    }

    CascadesPage list(Actor actor, @Nullable CascadeId after, Text t) {
        var found = view.passed(actor.agency(), after == null ? null : after.value(), PAGE + 1);
        boolean more = found.size() > PAGE;
        var shown = more ? found.subList(0, PAGE) : found;
        boolean mayPass = Cascades.speaksFor(actor, actor.agency());
        return new CascadesPage(
                shown.stream()
                        .map(one -> new CascadesPage.Row(
                                "/cascades/" + one.id(),
                                one.subject().isEmpty() ? t.of("plan.list.noSubject") : one.subject(),
                                moment(one.passedAt()),
                                mark(one.state()),
                                t.of("plan.cascade.state." + DocumentState.word(one.state())),
                                t.of("plan.cascade.list.confirmed", one.confirmed(), one.total()),
                                one.agencies() == 0
                                        ? ""
                                        : t.of("plan.cascade.list.issued", one.issued(), one.agencies())))
                        .toList(),
                mayPass
                        ? groups.of(actor).stream()
                                .map(group -> new CascadesPage.Group(
                                        group.name(),
                                        t.of("plan.cascade.group.units", group.units()),
                                        "/cascades/groups/" + group.id() + "/delete"))
                                .toList()
                        : List.of(),
                mayPass && actor.may(Action.PASS_DOWN),
                more ? "/cascades?after=" + shown.getLast().id() : "");
    }

    private static String address(String path, String words, Stage stage, UUID after) {
        var address = UriComponentsBuilder.fromPath(path).queryParam("after", after);
        if (stage != Stage.EVERY) address.queryParam("stage", stage);
        if (!words.isBlank()) address.queryParam("words", "{words}");
        return address.encode().buildAndExpand(Map.of("words", words)).toUriString() + "#list";
    }

    private static String mark(State state) {
        return switch (state) {
            case RUNNING -> "in-progress";
            case DONE -> "done";
            case STOPPED -> "late";
            case RECALLED -> "recalled";
        };
    }

    private static String number(int number, Text t) {
        return t.of("plan.cascade.count", number);
    }

    private String moment(OffsetDateTime at) {
        return MOMENT.format(at.atZoneSameInstant(clock.getZone()));
    }

    String day(OffsetDateTime at) {
        return DAY.format(at.atZoneSameInstant(clock.getZone()));
    }
}
