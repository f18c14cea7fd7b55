package vn.binhdang.execution.oversight;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Units;
import vn.binhdang.organisation.UnitsByName;
import vn.binhdang.web.Text;

/** The programme of a year: the visits it plans, and its approval. */
@Controller
class ProgrammeController {
    private static final int LONGEST = 500;

    private final Programmes programmes;
    private final Units units;
    private final UnitsByName unitsByName;
    private final Clock clock;

    ProgrammeController(Programmes programmes, Units units, UnitsByName unitsByName, Clock clock) {
        this.programmes = programmes;
        this.units = units;
        this.unitsByName = unitsByName;
        this.clock = clock;
    }

    @GetMapping("/oversight/programmes")
    @Allows(Action.READ_OVERSIGHT)
    String thisYear() {
        return "redirect:/oversight/programmes/" + Today.of(clock).day().getYear();
    }

    @GetMapping("/oversight/programmes/{year}")
    @Allows(Action.READ_OVERSIGHT)
    String show(
            @PathVariable String year,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "") String saved,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute("page", page(actor, year(year), kind, after, saved, ProgrammePage.Form.EMPTY, t));
        return "execution/oversight/programme";
    }

    @PostMapping("/oversight/programmes/{year}")
    @Allows(Action.PLAN_OVERSIGHT)
    String add(
            @PathVariable String year,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String quarter,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        int of = year(year);
        var mistakes = new LinkedHashMap<String, String>();
        var day = Today.of(clock).day();
        var meaning = unitsByName.read(unit, day, actor.reach(Action.PLAN_OVERSIGHT));
        UnitId chosen = meaning.unit();
        String words = MissionForm.text(subject);
        if (chosen == null) mistakes.put("unit", t.of("organisation.unitName.unknown"));
        if (words.isEmpty()) mistakes.put("subject", t.of("execution.oversight.mend.subject"));
        if (words.length() > LONGEST) mistakes.put("subject", t.of("execution.oversight.mend.long"));
        if (!quarter.matches("[1-4]")) mistakes.put("quarter", t.of("execution.oversight.mend.quarter"));
        boolean approved =
                programmes.of(actor, of).map(Programmes.Programme::approved).orElse(false);
        if (approved && reason.isBlank()) mistakes.put("reason", t.of("execution.oversight.refused.reasonToAdd"));
        if (chosen == null || !mistakes.isEmpty()) {
            response.setStatus(422);
            var form = new ProgrammePage.Form(kind, unit, subject, quarter, reason, mistakes);
            model.addAttribute("page", page(actor, of, null, null, "", form, t));
            return "execution/oversight/programme";
        }
        programmes.add(
                actor,
                of,
                OversightKind.named(kind).orElse(OversightKind.CHECK),
                chosen,
                words,
                Integer.parseInt(quarter),
                MissionForm.text(reason));
        return "redirect:/oversight/programmes/" + of + "?saved=planned";
    }

    @PostMapping("/oversight/programmes/{year}/approve")
    @Allows(Action.APPROVE_OVERSIGHT)
    String approve(@PathVariable String year, Actor actor) {
        int of = year(year);
        programmes.approve(actor, of);
        return "redirect:/oversight/programmes/" + of + "?saved=approved";
    }

    @PostMapping("/oversight/programmes/{year}/submit")
    @Allows(Action.PLAN_OVERSIGHT)
    String submit(@PathVariable String year, Actor actor) {
        int of = year(year);
        programmes.submit(actor, of);
        return "redirect:/oversight/programmes/" + of + "?saved=submitted";
    }

    @PostMapping("/oversight/programmes/{year}/send-back")
    @Allows({Action.APPROVE_OVERSIGHT, Action.PLAN_OVERSIGHT})
    String sendBack(@PathVariable String year, @RequestParam(defaultValue = "") String reason, Actor actor) {
        int of = year(year);
        programmes.sendBack(actor, of, MissionForm.text(reason));
        return "redirect:/oversight/programmes/" + of + "?saved=programmeBack";
    }

    @PostMapping("/oversight/planned/{id}/cancel")
    @Allows(Action.PLAN_OVERSIGHT)
    String cancel(@PathVariable PlannedId id, @RequestParam(defaultValue = "") String reason, Actor actor) {
        return "redirect:/oversight/programmes/" + programmes.cancel(actor, id, reason) + "?saved=cancelled";
    }

    private static int year(String typed) {
        if (!typed.matches("20\\d\\d")) throw new NotVisible("no such year");
        return Integer.parseInt(typed);
    }

    private ProgrammePage page(
            Actor actor,
            int year,
            @Nullable String kindNamed,
            @Nullable String after,
            String saved,
            ProgrammePage.Form form,
            Text t) {
        var kind = OversightKind.named(kindNamed).orElse(null);
        var key = Programmes.Key.of(after);
        var programme = programmes.of(actor, year);
        var found =
                programme.map(one -> programmes.lines(actor, one, kind, key)).orElse(java.util.List.of());
        boolean more = found.size() > Programmes.PAGE;
        var shown = new ArrayList<>(more ? found.subList(0, Programmes.PAGE) : found);
        var named = units.named(
                shown.stream().map(line -> new UnitId(line.unitId())).toList(),
                Today.of(clock).day());
        boolean plans = actor.may(Action.PLAN_OVERSIGHT);
        boolean approved = programme.map(Programmes.Programme::approved).orElse(false);
        boolean withHead = programme.map(Programmes.Programme::withHead).orElse(false);
        boolean judges = actor.may(Action.APPROVE_OVERSIGHT);
        String key2 = "execution.oversight.saved." + saved;
        return new ProgrammePage(
                year,
                programme
                        .filter(Programmes.Programme::approved)
                        .map(one -> t.of(
                                "execution.oversight.programme.approvedOn",
                                TypedDay.print(
                                        one.approvedAt() == null
                                                ? Today.of(clock).day()
                                                : one.approvedAt()
                                                        .atZoneSameInstant(Today.ZONE)
                                                        .toLocalDate())))
                        .orElse(t.of(
                                withHead
                                        ? "execution.oversight.programme.withHead"
                                        : "execution.oversight.programme.draft")),
                approved,
                programme.isPresent(),
                plans && !withHead,
                programme.isPresent() && !approved && judges,
                programme.isPresent() && !approved && !withHead && plans,
                withHead && (judges || plans),
                judges,
                programme.map(Programmes.Programme::returnReason).orElse(""),
                t.has(key2) ? t.of(key2) : "",
                shown.stream()
                        .map(line -> line(line, named, plans && !withHead, t))
                        .toList(),
                kind,
                shown.isEmpty() ? 0 : shown.getFirst().found(),
                more
                        ? "/oversight/programmes/" + year + "?" + (kind == null ? "" : "kind=" + kind + "&") + "after="
                                + new Programmes.Key(
                                                shown.getLast().quarter(),
                                                shown.getLast().id())
                                        .text()
                        : null,
                key.equals(Programmes.Key.TOP),
                form);
    }

    private static ProgrammePage.Line line(
            Programmes.Planned line, Map<UnitId, vn.binhdang.organisation.Unit> named, boolean plans, Text t) {
        String reason = line.cancelReason();
        boolean cancelled = reason != null;
        String note = reason != null
                ? t.of("execution.oversight.cancelledBecause", reason)
                : line.addedReason() == null
                        ? ""
                        : t.of("execution.oversight.programme.addedBecause", line.addedReason());
        return new ProgrammePage.Line(
                line.id().toString(),
                line.kind(),
                MissionPages.name(named, new UnitId(line.unitId())),
                line.subject(),
                line.quarter(),
                note,
                line.mission() == null ? "" : "/oversight/missions/" + line.mission(),
                line.visited(),
                cancelled,
                plans && !cancelled && line.mission() == null ? "/oversight/planned/" + line.id() + "/cancel" : "");
    }
}
