package vn.binhdang.execution.urging;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.web.Text;

/** The rule of an agency, its words, its days. */
@Controller
@Allows(Action.SET_URGING)
class SettingsController {
    private static final int MOST_STEPS = 8;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_SOURCE = 300;

    private final UrgingRules rules;
    private final UrgingTemplates templates;
    private final Clock clock;

    SettingsController(UrgingRules rules, UrgingTemplates templates, Clock clock) {
        this.rules = rules;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping("/urging/settings")
    String settings(@RequestParam(defaultValue = "") String saved, Actor actor, Text t, Model model) {
        String status = switch (saved) {
            case "rule", "day", "template" -> t.of("execution.urging.saved." + saved);
            default -> "";
        };
        model.addAttribute("page", page(actor, status, null, null, null, t));
        return "execution/urging/settings";
    }

    @PostMapping("/urging/settings/rule")
    String rule(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(name = "days", required = false) @Nullable List<String> days,
            @RequestParam(name = "recipient", required = false) @Nullable List<String> recipients,
            @RequestParam(defaultValue = "BEFORE") String shift,
            @RequestParam(defaultValue = "") String answerDays,
            @RequestParam(defaultValue = "false") boolean byMail,
            @RequestParam(defaultValue = "false") boolean automatic,
            @RequestParam(defaultValue = "") String source,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var fields = new ArrayList<SettingsPage.StepTyped>();
        for (int i = 0; days != null && i < Math.min(days.size(), MOST_STEPS); i++)
            fields.add(new SettingsPage.StepTyped(
                    days.get(i).strip(),
                    recipients != null && i < recipients.size() ? recipients.get(i) : Recipient.UNIT.name()));
        var steps = new ArrayList<UrgingRule.Step>();
        String stepsMistake = null;
        for (var field : fields) {
            if (field.days().isEmpty()) continue;
            try {
                int day = Integer.parseInt(field.days());
                var recipient = Recipient.valueOf(field.recipient());
                if (day < -60 || day > 90 || recipient == Recipient.PERSON)
                    throw new IllegalArgumentException(field.days());
                var step = new UrgingRule.Step(day, recipient);
                if (!steps.contains(step)) steps.add(step);
            } catch (IllegalArgumentException e) {
                stepsMistake = t.of("execution.urging.rule.steps.wrong");
            }
        }
        if (stepsMistake == null && steps.isEmpty()) stepsMistake = t.of("execution.urging.rule.steps.none");
        var day = TypedDay.read(from).orElse(null);
        String fromMistake = day == null
                ? t.of("execution.urging.needs.day")
                : day.isBefore(Today.of(clock).day()) ? t.of("execution.urging.rule.past") : null;
        int answer = number(answerDays);
        String answerMistake = answer < 1 || answer > 30 ? t.of("execution.urging.rule.answerDays.wrong") : null;
        String sourceMistake = source.isBlank()
                ? t.of("execution.urging.rule.source.missing")
                : source.length() > LONGEST_SOURCE ? t.of("execution.urging.tooLong", LONGEST_SOURCE) : null;
        if (stepsMistake != null
                || fromMistake != null
                || answerMistake != null
                || sourceMistake != null
                || day == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var typed = new SettingsPage.RuleTyped(
                    from,
                    automatic,
                    byMail,
                    shift,
                    answerDays,
                    source,
                    fromMistake,
                    stepsMistake,
                    answerMistake,
                    sourceMistake);
            model.addAttribute("page", page(actor, "", typed, fields, null, t));
            return "execution/urging/settings";
        }
        rules.rule(
                actor,
                new UrgingRule(
                        Uuid7.create(),
                        true,
                        day,
                        automatic,
                        byMail,
                        shift.equals("AFTER") ? UrgingCalendar.Shift.AFTER : UrgingCalendar.Shift.BEFORE,
                        answer,
                        source.strip(),
                        steps));
        return "redirect:/urging/settings?saved=rule";
    }

    @PostMapping("/urging/settings/days")
    String enterDay(
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "false") boolean work,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var parsed = TypedDay.read(day).orElse(null);
        String nameMistake = name.isBlank() || source.isBlank()
                ? t.of("execution.urging.days.missing")
                : name.length() > LONGEST_NAME || source.length() > LONGEST_SOURCE
                        ? t.of("execution.urging.tooLong", LONGEST_NAME)
                        : null;
        if (parsed == null || nameMistake != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var typed = new SettingsPage.DayTyped(
                    day, name, source, work, parsed == null ? t.of("execution.urging.needs.day") : null, nameMistake);
            model.addAttribute("page", page(actor, "", null, null, typed, t));
            return "execution/urging/settings";
        }
        rules.enterDay(actor, new UrgingRules.OwnDay(parsed, !work, name.strip(), source.strip()));
        return "redirect:/urging/settings?saved=day";
    }

    @PostMapping("/urging/settings/days/forget")
    String forgetDay(@RequestParam LocalDate day, Actor actor) {
        rules.forgetDay(actor, day);
        return "redirect:/urging/settings?saved=day";
    }

    @GetMapping("/urging/templates/new")
    String newTemplate(Actor actor, Text t, Model model) {
        model.addAttribute("page", templatePage(actor, null, "", Occasion.LATE, "", 0, null, null, t));
        return "execution/urging/template";
    }

    @PostMapping("/urging/templates/new")
    String addTemplate(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "LATE") Occasion occasion,
            @RequestParam(defaultValue = "") String words,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        if (unfit(actor, null, name, occasion, words, 0, t, model, response)) return "execution/urging/template";
        templates.add(actor, occasion, name.strip(), clean(words));
        return "redirect:/urging/settings?saved=template";
    }

    @GetMapping("/urging/templates/{id}")
    String template(@PathVariable String id, Actor actor, Text t, Model model) {
        var found = templates.find(actor, Uuid7.parse(id));
        model.addAttribute(
                "page",
                templatePage(
                        actor, found, found.name(), found.occasion(), found.words(), found.version(), null, null, t));
        return "execution/urging/template";
    }

    @PostMapping("/urging/templates/{id}")
    String changeTemplate(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "LATE") Occasion occasion,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "0") int version,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var found = templates.find(actor, Uuid7.parse(id));
        if (unfit(actor, found, name, occasion, words, version, t, model, response)) return "execution/urging/template";
        templates.change(actor, found.id(), version, occasion, name.strip(), clean(words));
        return "redirect:/urging/settings?saved=template";
    }

    @PostMapping("/urging/templates/{id}/end")
    String endTemplate(@PathVariable String id, Actor actor) {
        templates.end(actor, Uuid7.parse(id));
        return "redirect:/urging/settings?saved=template";
    }

    private boolean unfit(
            Actor actor,
            UrgingTemplates.@Nullable Template template,
            String name,
            Occasion occasion,
            String words,
            int version,
            Text t,
            Model model,
            HttpServletResponse response) {
        var mistakes = new ArrayList<Mistake>();
        if (name.isBlank()) mistakes.add(Mistake.of("name", "execution.urging.needs.name"));
        if (name.length() > LONGEST_NAME) mistakes.add(Mistake.of("name", "execution.urging.tooLong", LONGEST_NAME));
        Composing.checkWords(clean(words), "words", mistakes);
        if (mistakes.isEmpty()) return false;
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute(
                "page",
                templatePage(
                        actor,
                        template,
                        name,
                        occasion,
                        words,
                        version,
                        Mistake.of(mistakes, "name", t),
                        Mistake.of(mistakes, "words", t),
                        t));
        return true;
    }

    private static String clean(String words) {
        return words.strip().replace("\r\n", "\n");
    }

    private static TemplatePage templatePage(
            Actor actor,
            UrgingTemplates.@Nullable Template template,
            String name,
            Occasion occasion,
            String words,
            int version,
            @Nullable String nameMistake,
            @Nullable String wordsMistake,
            Text t) {
        boolean own = template != null && template.own();
        String address = template == null ? "" : "/urging/templates/" + template.id();
        var occasions = new ArrayList<TemplatePage.Choice>();
        for (var one : Occasion.values())
            occasions.add(new TemplatePage.Choice(
                    one.name(), t.of("execution.urging.occasion." + one.name()), one == occasion));
        return new TemplatePage(
                UrgingTexts.tabs(actor, "settings", t),
                t.of(own ? "execution.urging.template.title" : "execution.urging.templates.new"),
                own ? address : "/urging/templates/new",
                own ? address + "/end" : "",
                template != null && !own,
                name,
                occasions,
                words,
                version,
                UrgingTexts.fields(),
                nameMistake,
                wordsMistake);
    }

    private SettingsPage page(
            Actor actor,
            String status,
            SettingsPage.@Nullable RuleTyped typed,
            @Nullable List<SettingsPage.StepTyped> typedSteps,
            SettingsPage.@Nullable DayTyped dayTyped,
            Text t) {
        var today = Today.of(clock).day();
        var rule = rules.on(actor.agency(), today);
        var fields = new ArrayList<SettingsPage.StepTyped>();
        if (typedSteps != null) fields.addAll(typedSteps);
        else
            for (var step : rule.steps())
                fields.add(new SettingsPage.StepTyped(
                        String.valueOf(step.days()), step.recipient().name()));
        int wanted = Math.min(MOST_STEPS, Math.max(6, fields.size() + 1));
        while (fields.size() < wanted) fields.add(new SettingsPage.StepTyped("", Recipient.UNIT.name()));
        return new SettingsPage(
                UrgingTexts.tabs(actor, "settings", t),
                status,
                t.of(
                        rule.own() ? "execution.urging.rule.own" : "execution.urging.rule.standard",
                        UrgingWords.day(rule.validFrom()),
                        t.of(
                                rule.automatic()
                                        ? "execution.urging.rule.automatically"
                                        : "execution.urging.rule.byHand")),
                rule.source(),
                rule.steps().stream().map(step -> UrgingTexts.step(step, t)).toList(),
                typed != null
                        ? typed
                        : new SettingsPage.RuleTyped(
                                TypedDay.print(today),
                                rule.automatic(),
                                rule.byMail(),
                                rule.shift().name(),
                                String.valueOf(rule.answerDays()),
                                rule.own() ? rule.source() : "",
                                null,
                                null,
                                null,
                                null),
                fields,
                List.of(Recipient.UNIT, Recipient.UNIT_HEAD, Recipient.AGENCY_HEAD).stream()
                        .map(one -> new SettingsPage.Choice(one.name(), UrgingTexts.recipient(one, t)))
                        .toList(),
                templates.all(actor.agency()).stream()
                        .map(one -> new SettingsPage.Template(
                                "/urging/templates/" + one.id(),
                                one.name(),
                                t.of("execution.urging.occasion."
                                        + one.occasion().name()),
                                one.words(),
                                one.own()))
                        .toList(),
                rules.ownDays(actor.agency()).stream()
                        .map(own -> new SettingsPage.Day(
                                own.day().toString(), UrgingWords.day(own.day()), own.name(), own.rest(), own.source()))
                        .toList(),
                dayTyped != null ? dayTyped : new SettingsPage.DayTyped("", "", "", false, null, null));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
