package vn.binhdang.plan.amendment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhdang.calendar.Today;
import vn.binhdang.document.DocumentState;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.Units;
import vn.binhdang.plan.Plan;
import vn.binhdang.plan.PlanPart;
import vn.binhdang.plan.amendment.AmendmentPage.Field;
import vn.binhdang.plan.amendment.PartsThroughAmendments.Standing;
import vn.binhdang.plan.amendment.PlansThroughAmendments.OnDay;
import vn.binhdang.plan.drafting.TypedDate;
import vn.binhdang.web.Text;

/** Puts the page together that shows a plan through its amendments. */
@Component
class PlanTextPages {
    static final int PAGE = 100;

    /** Of one group beside others: an annex may have hundreds of rows. */
    static final int PARTS = 20;

    /** What is shown of a task beside number and words. */
    private static final List<String> FACTS =
            List.of("lead", "coordinating", "start", "due", "noDueReason", "recurrence", "output");

    private final AmendmentRows rows;
    private final PlansThroughAmendments through;
    private final PartRows partRows;
    private final PartsThroughAmendments parts;
    private final Units units;
    private final Clock clock;

    PlanTextPages(
            AmendmentRows rows,
            PlansThroughAmendments through,
            PartRows partRows,
            PartsThroughAmendments parts,
            Units units,
            Clock clock) {
        this.rows = rows;
        this.through = through;
        this.partRows = partRows;
        this.parts = parts;
        this.units = units;
        this.clock = clock;
    }

    /**
     * The plan was found for the actor before.
     * @param on the day as typed; "issued" for the plan as issued, empty for now
     * @param group of which more is shown; empty for the page of all groups and of tasks
     * @param after position of the last task of the page before, or how many of the group were shown; -1 for the first page
     */
    AmendmentsPage page(Actor actor, Plan plan, String on, String group, int after, Text t) {
        var document = plan.document();
        var today = Today.of(clock).day();
        boolean issuedText = on.equals("issued");
        String mistake = "";
        LocalDate asked = null;
        if (!issuedText)
            switch (TypedDate.of(on)) {
                case TypedDate.Day(LocalDate day) -> asked = day;
                case TypedDate.Wrong(String messageKey) -> mistake = t.of(messageKey, on);
            }
        if (asked != null && document.issuedOn() != null && asked.isBefore(document.issuedOn())) {
            mistake = t.of("plan.amendment.on.beforeIssue", TypedDate.printed(document.issuedOn()));
            asked = null;
        }
        var day = issuedText ? LocalDate.MIN : asked == null ? LocalDate.MAX : asked;
        var changes = rows.inForceOf(plan.id());
        String address = "/plans/" + plan.id() + "/amendments";
        var at = new At(address, on);
        var tasks = through.onDay(plan, day, changes);
        var groups = after < 0 || !group.isEmpty()
                ? groups(actor, plan, day, group, Math.max(after, 0), at, t)
                : List.<AmendmentsPage.Group>of();
        if (!group.isEmpty() && groups.isEmpty()) return page(actor, plan, on, "", -1, t);
        var shown = tasks.stream()
                .filter(one -> group.isEmpty() && one.task().position() > after)
                .limit(PAGE)
                .toList();
        boolean more = !shown.isEmpty()
                && tasks.getLast().task().position() > shown.getLast().task().position();
        var names = AmendmentPages.names(units.below(actor.agency(), today));
        boolean writes = actor.may(Action.WRITE_DOCUMENTS);
        return new AmendmentsPage(
                address,
                "/plans/" + plan.id(),
                "/documents/" + plan.id(),
                AmendmentPages.subject(document, t),
                document.number() == null
                        ? ""
                        : t.of(
                                "plan.amendment.numberAndDay",
                                document.numberAndSymbol(),
                                TypedDate.printed(document.issuedOn())),
                rows.inForce(plan.id()).stream()
                        .map(one -> new AmendmentsPage.Line(
                                one.href(),
                                one.numberAndSymbol(),
                                TypedDate.printed(one.issuedOn()),
                                t.of("plan.amendment.counts", one.changed(), one.added(), one.dropped(), one.parts())))
                        .toList(),
                rows.inDrafting(actor, plan.id()).stream()
                        .map(other -> new AmendmentPage.Link(
                                "/amendments/" + other.id(),
                                t.of(
                                        "plan.amendment.other",
                                        other.subject(),
                                        TypedDate.printed(other.begunAt()
                                                .atZoneSameInstant(Today.ZONE)
                                                .toLocalDate()),
                                        other.touched().size())))
                        .toList(),
                writes && document.state() == DocumentState.ISSUED ? address : "",
                List.of(
                        new AmendmentsPage.Tab(address, t.of("plan.amendment.on.now"), !issuedText && asked == null),
                        new AmendmentsPage.Tab(address + "?on=issued", t.of("plan.amendment.on.issued"), issuedText)),
                issuedText ? "" : on,
                mistake,
                issuedText
                        ? t.of("plan.amendment.shows.issued", TypedDate.printed(document.issuedOn()), tasks.size())
                        : t.of(
                                asked == null ? "plan.amendment.shows.now" : "plan.amendment.shows.day",
                                TypedDate.printed(asked == null ? today : asked),
                                tasks.size()),
                groups,
                shown.stream().map(one -> task(plan, one, names, t)).toList(),
                after < 0 && group.isEmpty() ? "" : address(at, "", -1),
                more ? address(at, "", shown.getLast().task().position()) : "");
    }

    /** The page and the day that its links go on with. */
    private record At(String path, String on) {}

    /**
     * Purposes, targets and annexes with what they said before; those taken out until that day stay to be read.
     * @param only one of them; empty for the beginning of each
     * @param from how many of that one the pages before have shown
     */
    private List<AmendmentsPage.Group> groups(
            Actor actor, Plan plan, LocalDate day, String only, int from, At at, Text t) {
        var standing =
                PartsThroughAmendments.standing(parts.issued(actor, plan).text(), partRows.inForceOf(plan.id()), day);
        var groups = new LinkedHashMap<String, List<Standing>>();
        for (var one : standing)
            groups.computeIfAbsent(name(one.part().home()), home -> new ArrayList<>())
                    .add(one);
        return groups.entrySet().stream()
                .filter(group -> only.isEmpty() || group.getKey().equals(only))
                .map(group -> group(group.getKey(), group.getValue(), from, only.isEmpty() ? PARTS : PAGE, at, t))
                .toList();
    }

    /** Of a group in an address. */
    private static String name(PlanPart.Home home) {
        return PartsThroughAmendments.key(home).replace('/', '-');
    }

    private static AmendmentsPage.Group group(String key, List<Standing> all, int from, int most, At at, Text t) {
        var home = all.getFirst().part().home();
        var shown = all.stream().skip(from).limit(most).toList();
        int left = Math.max(0, all.size() - from - shown.size());
        return new AmendmentsPage.Group(
                t.of("plan.amendment.part." + home.kind()),
                PartPages.place(home),
                shown.stream().map(one -> part(one, t)).toList(),
                left == 0 ? "" : t.of("plan.amendment.part.more", left),
                left == 0 ? "" : address(at, key, from + shown.size()));
    }

    private static AmendmentsPage.Part part(Standing one, Text t) {
        var last = one.last();
        var words = one.part().words();
        return new AmendmentsPage.Part(
                words.number() == null ? "" : words.number(),
                words.text(),
                one.ended(),
                last == null ? "" : by(last, t),
                last == null
                        ? ""
                        : "/amendments/" + last.document() + "#change-"
                                + one.part().id(),
                one.by().reversed().stream()
                        .filter(change -> change.change().kind() == Change.Kind.CHANGE)
                        .map(change -> new AmendmentsPage.Before(
                                t.of("plan.amendment.part.until", TypedDate.printed(change.on())),
                                change.change().named().text()))
                        .toList());
    }

    private static String by(PartChange.InForce one, Text t) {
        return t.of(
                "plan.amendment.part.deed." + one.change().kind(), one.numberAndSymbol(), TypedDate.printed(one.on()));
    }

    private static AmendmentsPage.Task task(Plan plan, OnDay one, Function<UUID, @Nullable String> names, Text t) {
        var shown = TaskTerms.of(one.task()).shown(names);
        var by = one.by();
        return new AmendmentsPage.Task(
                String.valueOf(shown.get("number")),
                one.task().text(),
                "/plans/" + plan.id() + "/tasks/" + one.task().id(),
                FACTS.stream()
                        .filter(field -> !String.valueOf(shown.get(field)).isEmpty())
                        .map(field -> new Field(AmendmentPages.label(field, t), "", String.valueOf(shown.get(field))))
                        .toList(),
                by == null
                        ? ""
                        : t.of(
                                "plan.amendment.deed." + by.change().kind(),
                                by.numberAndSymbol(),
                                TypedDate.printed(by.on())),
                by == null
                        ? ""
                        : "/amendments/" + by.document() + "#change-"
                                + one.task().id());
    }

    private static String address(At at, String group, int after) {
        var address = UriComponentsBuilder.fromPath(at.path());
        var values = new HashMap<String, Object>();
        if (!at.on().isEmpty()) {
            address.queryParam("on", "{on}");
            values.put("on", at.on());
        }
        if (!group.isEmpty()) {
            address.queryParam("group", "{group}");
            values.put("group", group);
        }
        if (after >= 0) address.queryParam("after", after);
        return address.encode().buildAndExpand(values).toUriString() + "#text";
    }
}
