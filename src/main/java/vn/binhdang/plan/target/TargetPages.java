package vn.binhdang.plan.target;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Actor;
import vn.binhdang.plan.Plan;
import vn.binhdang.plan.target.PlaceTargetsPage.Choice;
import vn.binhdang.plan.target.PlaceTargetsPage.Group;
import vn.binhdang.plan.target.TargetMatrixPage.Cell;
import vn.binhdang.plan.target.TargetMatrixPage.Figure;
import vn.binhdang.plan.target.TargetMatrixPage.GridCell;
import vn.binhdang.plan.target.TargetMatrixPage.GridRow;
import vn.binhdang.plan.target.TargetMatrixPage.Purpose;
import vn.binhdang.plan.target.TargetMatrixPage.TargetView;
import vn.binhdang.plan.target.TargetMatrixPage.Task;
import vn.binhdang.web.Text;

/** Makes the pages of targets ready to print. */
@Component
class TargetPages {
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** So much of a task is shown where it is named again and again; the table has it whole. */
    private static final int SHOWN = 110;

    private static final int NAMED = 24;

    private final TargetLinks links;
    private final Clock clock;

    TargetPages(TargetLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    TargetMatrix matrix(Actor actor, Plan plan) {
        return TargetMatrix.of(links.places(actor, plan), links.of(plan));
    }

    TargetMatrixPage page(Actor actor, Plan plan, Text t) {
        var matrix = matrix(actor, plan);
        String address = "/plans/" + plan.id() + "/targets";
        var targets = matrix.targets();
        var document = plan.document();
        return new TargetMatrixPage(
                document.state().editable() && links.mayLink(actor, plan)
                        ? "/plans/" + plan.id() + "/edit"
                        : "/plans/" + plan.id(),
                address,
                document.subject().isEmpty() ? t.of("plan.list.noSubject") : document.subject(),
                t.of("document.state." + document.state().word()),
                t.of(document.state().issued() ? "plan.target.note.issued" : "plan.target.note.draft"),
                links.mayLink(actor, plan),
                figures(matrix, t),
                matrix.purposes().stream()
                        .map(row -> new Purpose(
                                row.purpose().kind() == Place.Kind.TARGET ? t.of("plan.target.own") : "",
                                row.purpose().label(),
                                row.purpose().text(),
                                t.of(none(row.purpose())),
                                address + "/" + row.purpose().id(),
                                row.cells().stream()
                                        .map(cell -> cell(cell, plan, address, t))
                                        .toList()))
                        .toList(),
                matrix.unnamed().stream()
                        .map(cell -> cell(cell, plan, address, t))
                        .toList(),
                matrix.idle().stream().map(task -> task(task, address)).toList(),
                targets.stream().map(Target::number).toList(),
                matrix.purposes().stream().map(row -> gridRow(row, targets, t)).toList(),
                t.of("plan.target.printedOn", day(OffsetDateTime.ofInstant(clock.instant(), clock.getZone()))));
    }

    /** @param chosen what was ticked and could not be stored; null when the page is simply opened */
    PlaceTargetsPage place(Actor actor, Plan plan, Place place, @Nullable Set<String> chosen, Text t) {
        var all = links.of(plan);
        var stored = TargetLinks.targets(all, place.id());
        var ticked = chosen == null ? stored : chosen;
        var because = Suggestions.of(place.text());
        var groups = new LinkedHashMap<String, List<Choice>>();
        var suggested = new ArrayList<Choice>();
        for (var target : Target.ALL) {
            var choice = new Choice(
                    view(target, plan.document().year(), t),
                    ticked.contains(target.code()),
                    because.containsKey(target) ? t.of("plan.target.because", because.get(target)) : "");
            if (!choice.because().isEmpty()) suggested.add(choice);
            else
                groups.computeIfAbsent(document(target, t), key -> new ArrayList<>())
                        .add(choice);
        }
        return new PlaceTargetsPage(
                "/plans/" + plan.id() + "/targets",
                "/plans/" + plan.id() + "/targets/" + place.id(),
                place.kind().name().toLowerCase(java.util.Locale.ROOT),
                place.label(),
                place.text(),
                t.of(plan.document().state().issued() ? "plan.target.note.issued" : "plan.target.note.draft"),
                TargetLinks.version(all, place.id()),
                chosen == null ? "" : stored.isEmpty() ? t.of("plan.target.conflict.none") : numbers(stored),
                suggested,
                groups.entrySet().stream()
                        .map(group -> new Group(group.getKey(), group.getValue()))
                        .toList(),
                all.stream()
                        .filter(link -> link.place().equals(place.id()))
                        .map(link -> past(link, t))
                        .filter(words -> !words.isEmpty())
                        .toList());
    }

    static String none(Place place) {
        return place.kind() == Place.Kind.TARGET ? "plan.target.own.none" : "plan.target.purpose.none";
    }

    private static List<Figure> figures(TargetMatrix matrix, Text t) {
        var figures = new ArrayList<Figure>();
        figures.add(figure(matrix.purposes().size(), "purposes", false, t));
        figures.add(figure(matrix.targets().size(), "targets", false, t));
        figures.add(figure(matrix.emptyCells(), "empty", true, t));
        figures.add(figure(matrix.unnamed().size(), "unnamed", true, t));
        figures.add(figure(matrix.idle().size(), "idle", true, t));
        return figures;
    }

    private static Figure figure(int number, String word, boolean fault, Text t) {
        return new Figure(String.valueOf(number), t.of("plan.target.figure." + word), fault && number > 0);
    }

    private static Cell cell(TargetMatrix.Cell cell, Plan plan, String address, Text t) {
        var link = cell.link();
        return new Cell(
                view(cell.target(), plan.document().year(), t),
                link != null && link.afterIssue() ? t.of("plan.target.since", day(link.linkedAt())) : "",
                cell.tasks().stream().map(task -> task(task, address)).toList());
    }

    private static Task task(Place task, String address) {
        return new Task(task.label(), beginning(task.text(), SHOWN), address + "/" + task.id());
    }

    static GridRow gridRow(TargetMatrix.Row row, List<Target> targets, Text t) {
        return new GridRow(
                row.purpose().label(),
                row.purpose().text(),
                (row.purpose().label() + " " + beginning(row.purpose().text(), NAMED)).strip(),
                row.empty(),
                targets.stream().map(target -> gridCell(row.at(target), t)).toList());
    }

    private static GridCell gridCell(TargetMatrix.@Nullable Cell cell, Text t) {
        if (cell == null) return new GridCell("–", false);
        if (cell.empty()) return new GridCell(t.of("plan.target.empty.short"), true);
        return new GridCell(cell.tasks().stream().map(TargetPages::name).collect(Collectors.joining(", ")), false);
    }

    static String name(Place task) {
        return task.label().isEmpty() ? beginning(task.text(), NAMED) : task.label();
    }

    private static String beginning(String text, int letters) {
        int end = text.indexOf(' ', Math.min(letters, text.length()));
        return end < 0 ? text : text.substring(0, end) + " …";
    }

    static TargetView view(Target target, int year, Text t) {
        boolean english = t.language().equals("en");
        return new TargetView(
                target.code(),
                target.number(),
                english ? target.nameInEnglish() : target.name(),
                t.language(),
                document(target, t),
                value(target, t),
                target.verified() ? "official" : "unverified",
                t.of(target.verified() ? "plan.target.official" : "plan.target.unverified"),
                target.lastYear() < year ? t.of("plan.target.ended", String.valueOf(target.lastYear())) : "",
                target.source().startsWith("https://") && !target.source().contains(" ") ? target.source() : null);
    }

    static String value(Target target, Text t) {
        var words = new ArrayList<String>();
        if (target.in2025() != null)
            words.add(t.of("plan.target.value", "2025", target.in2025().printed(t), target.unit())
                    .strip());
        if (target.in2030() != null)
            words.add(t.of("plan.target.value", "2030", target.in2030().printed(t), target.unit())
                    .strip());
        return String.join("; ", words);
    }

    static String document(Target target, Text t) {
        return t.of("plan.target.document", target.documentType(), target.documentNumber(), printed(target.issuedOn()));
    }

    private String past(TargetLink link, Text t) {
        var ended = link.endedAt();
        return ended == null
                ? ""
                : t.of("plan.target.past", numbers(Set.of(link.target())), day(link.linkedAt()), day(ended));
    }

    private static String numbers(Set<String> codes) {
        return Target.ALL.stream()
                .filter(target -> codes.contains(target.code()))
                .map(Target::number)
                .collect(Collectors.joining(", "));
    }

    private static String day(OffsetDateTime at) {
        return DAY.format(at.atZoneSameInstant(vn.binhdang.calendar.Today.ZONE));
    }

    private static String printed(LocalDate day) {
        return DAY.format(day);
    }
}
