package vn.binhdang.plan.cascade;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.plan.Plan;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.plan.Plans;
import vn.binhdang.plan.cascade.PreviewPage.Field;
import vn.binhdang.plan.cascade.PreviewPage.Place;
import vn.binhdang.plan.drafting.TypedDate;
import vn.binhdang.web.Text;

/** Makes the pages of passing down ready to print. */
@Component
class PassDownPages {
    /** More units than this under one heading are folded away. */
    private static final int OPEN = 30;

    private final Cascades cascades;
    private final AddresseeGroups groups;
    private final Plans plans;

    PassDownPages(Cascades cascades, AddresseeGroups groups, Plans plans) {
        this.cascades = cascades;
        this.groups = groups;
        this.plans = plans;
    }

    /** With every clause chosen: a plan goes down whole unless somebody says otherwise. */
    PassDownPage fresh(Actor actor, Plan plan, Text t) {
        return page(actor, plan, null, List.of(), t);
    }

    PassDownPage again(Actor actor, Plan plan, PassDownForm form, List<String> mistakes, Text t) {
        return page(actor, plan, form, mistakes, t);
    }

    private PassDownPage page(Actor actor, Plan plan, @Nullable PassDownForm form, List<String> mistakes, Text t) {
        var clauses = form == null ? List.<UUID>of() : form.clauses();
        var kinds = form == null ? List.<UnitKind>of() : form.kinds();
        var chosenGroups = form == null ? List.<UUID>of() : form.groups();
        String replyBy = form == null ? "" : PassDownController.replyBy(form);
        var made = cascades.madeByCascade(plan.id());
        return new PassDownPage(
                "/plans/" + plan.id() + "/pass-down",
                "/plans/" + plan.id(),
                title(plan, t),
                !plan.document().state().issued(),
                cascades.ofPlan(actor, plan.id()).stream()
                        .map(id -> new PassDownPage.Before("/cascades/" + id, t.of("plan.cascade.before")))
                        .toList(),
                plans.tasksOf(plan).stream()
                        .filter(task -> !made.contains(task.id()))
                        .map(task -> clause(
                                task, form == null || clauses.contains(task.id().value()), t))
                        .toList(),
                cascades.kinds(actor).entrySet().stream()
                        .map(kind -> new PassDownPage.Kind(
                                kind.getKey().name(),
                                t.of(kind.getKey().messageKey()),
                                kind.getValue(),
                                kinds.contains(kind.getKey())))
                        .toList(),
                groups.of(actor).stream()
                        .map(group -> new PassDownPage.Group(
                                group.id().toString(),
                                group.name(),
                                group.units(),
                                chosenGroups.contains(group.id().value())))
                        .toList(),
                form == null ? "" : PassDownForm.words(form.names()),
                replyBy,
                TypedDate.of(replyBy) instanceof TypedDate.Wrong(String key) ? t.of(key, replyBy) : "",
                form == null || form.follows(),
                mistakes);
    }

    private static PassDownPage.Clause clause(PlanTask task, boolean chosen, Text t) {
        return new PassDownPage.Clause(
                task.id().toString(),
                task.number() == null ? "" : task.number(),
                task.text(),
                task.dueOn() == null ? "" : t.of("plan.cascade.due", TypedDate.printed(task.dueOn())),
                chosen);
    }

    PreviewPage preview(Actor actor, Plan plan, PassDownForm form, Addressing chosen, boolean changed, Text t) {
        var day = TypedDate.of(PassDownController.replyBy(form)) instanceof TypedDate.Day(var typed) ? typed : null;
        var clauses = form.clauses();
        return new PreviewPage(
                "/plans/" + plan.id() + "/pass-down",
                title(plan, t),
                changed,
                chosen.addressees().size(),
                lead(plan, chosen, t),
                chosen.already() == 0 ? "" : t.of("plan.cascade.preview.already", chosen.already()),
                replyBy(day, t),
                form.follows() && !form.kinds().isEmpty(),
                plans.tasksOf(plan).stream()
                        .filter(task -> clauses.contains(task.id().value()))
                        .map(task -> (task.number() == null ? "" : task.number() + " ") + task.text())
                        .toList(),
                kinds(chosen, t),
                places(chosen, t),
                hidden(form, chosen),
                !form.named().isEmpty());
    }

    private static String lead(Plan plan, Addressing chosen, Text t) {
        long inside = chosen.inside();
        long outside = chosen.outside();
        var words = new ArrayList<String>();
        if (outside > 0) words.add(t.of("plan.cascade.preview.drafts", outside));
        if (inside > 0) words.add(t.of("plan.cascade.preview.tasks", inside));
        if (inside > 0 && !plan.document().state().issued()) words.add(t.of("plan.cascade.preview.whenIssued"));
        return String.join(" ", words);
    }

    private static String replyBy(@Nullable LocalDate day, Text t) {
        return day == null ? "" : t.of("plan.cascade.replyBy", TypedDate.printed(day));
    }

    private static List<String> kinds(Addressing chosen, Text t) {
        var counts = new EnumMap<UnitKind, Integer>(UnitKind.class);
        chosen.addressees().forEach(addressee -> counts.merge(addressee.unit().kind(), 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<UnitKind, Integer>comparingByValue().reversed())
                .map(kind -> t.of(
                        "plan.cascade.preview.kind",
                        kind.getValue(),
                        t.of(kind.getKey().messageKey())))
                .toList();
    }

    private static List<Place> places(Addressing chosen, Text t) {
        Map<String, List<String>> byPlace = chosen.addressees().stream()
                .sorted(Comparator.comparing(addressee -> addressee.unit().place()))
                .collect(Collectors.groupingBy(
                        addressee -> addressee.unit().place(),
                        LinkedHashMap::new,
                        Collectors.mapping(addressee -> addressee.unit().name(), Collectors.toList())));
        boolean open = chosen.addressees().size() <= OPEN;
        return byPlace.entrySet().stream()
                .map(place -> new Place(
                        place.getKey().isEmpty() ? t.of("plan.cascade.preview.top") : place.getKey(),
                        place.getValue().size(),
                        open,
                        place.getValue()))
                .toList();
    }

    private static List<Field> hidden(PassDownForm form, Addressing chosen) {
        var fields = new ArrayList<Field>();
        form.clauses().forEach(id -> fields.add(new Field("clause", id.toString())));
        form.kinds().forEach(kind -> fields.add(new Field("kind", kind.name())));
        form.groups().forEach(id -> fields.add(new Field("group", id.toString())));
        fields.add(new Field("names", String.join("\n", form.named())));
        fields.add(new Field("replyBy", PassDownController.replyBy(form)));
        if (form.follows()) fields.add(new Field("follow", "true"));
        fields.add(new Field("seen", String.valueOf(chosen.addressees().size())));
        return fields;
    }

    static String title(Plan plan, Text t) {
        String subject = plan.document().subject();
        return subject.isEmpty() ? t.of("plan.list.noSubject") : subject;
    }
}
