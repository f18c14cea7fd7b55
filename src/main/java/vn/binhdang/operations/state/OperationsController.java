package vn.binhdang.operations.state;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.messaging.MailQueue;
import vn.binhdang.operations.job.Jobs;
import vn.binhdang.web.MenuEntry;
import vn.binhdang.web.Text;

/** What the operator looks at in the morning, and the few buttons that help. */
@Controller
@Allows(Action.OPERATE)
@EnableConfigurationProperties(Thresholds.class)
class OperationsController {
    private static final int MOST = 50;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy");

    private final States states;
    private final Jobs jobs;
    private final MailQueue mail;
    private final Clock clock;

    OperationsController(States states, Jobs jobs, MailQueue mail, Clock clock) {
        this.states = states;
        this.jobs = jobs;
        this.mail = mail;
        this.clock = clock;
    }

    @Bean
    static MenuEntry operationsInMenu() {
        return new MenuEntry("operations.menu", "/operations", 90, Action.OPERATE);
    }

    @GetMapping("/operations")
    String show(@RequestParam(required = false) @Nullable String done, Text t, Model model) {
        String said = Stream.of("jobStarted", "mailAgain", "mailDiscarded")
                .filter(word -> word.equals(done))
                .findFirst()
                .orElse(null);
        model.addAttribute("page", page(said, t));
        return "operations/state/operations";
    }

    /** The part that looks again by itself. */
    @GetMapping("/operations/state")
    String state(Text t, Model model) {
        model.addAttribute("page", page(null, t));
        return "operations/state/state";
    }

    @PostMapping("/operations/jobs/run")
    String run(@RequestParam String task, @RequestParam String instance, Actor actor) {
        jobs.runNow(actor, task, instance);
        jobs.wake();
        return "redirect:/operations?done=jobStarted";
    }

    @PostMapping("/operations/mail/{id}/retry")
    String retry(@PathVariable String id, Actor actor) {
        mail.retry(actor, Uuid7.parse(id));
        return "redirect:/operations?done=mailAgain";
    }

    @PostMapping("/operations/mail/{id}/discard")
    String discard(@PathVariable String id, Actor actor) {
        mail.discard(actor, Uuid7.parse(id));
        return "redirect:/operations?done=mailDiscarded";
    }

    private OperationsPage page(@Nullable String done, Text t) {
        var groups = states.look();
        var worst = groups.stream().map(States.Group::worst).reduce(Level.GOOD, Level::worse);
        return new OperationsPage(
                mark(worst == Level.NEUTRAL ? Level.GOOD : worst, t),
                SECOND.format(clock.instant().atZone(clock.getZone())),
                groups.stream().map(group -> group(group, t)).toList(),
                rows(() -> jobs.list(MOST)).stream().map(job -> job(job, t)).toList(),
                rows(() -> mail.failed(MOST)).stream()
                        .map(failed -> mail(failed, t))
                        .toList(),
                done);
    }

    /** The page is there when the database is not: that is when it is needed most. */
    private static <T> List<T> rows(java.util.function.Supplier<List<T>> query) {
        try {
            return query.get();
        } catch (DataAccessException e) {
            return List.of();
        }
    }

    private static OperationsPage.Group group(States.Group group, Text t) {
        return new OperationsPage.Group(
                group.key(),
                t.of("operations.group." + group.key()),
                group.facts().stream()
                        .map(fact -> new OperationsPage.Line(
                                fact.name(t), fact.value(t), mark(fact.level(), t), fact.advice(t)))
                        .toList());
    }

    private OperationsPage.JobRow job(Jobs.Job job, Text t) {
        var now = OffsetDateTime.now(clock);
        boolean late = !job.picked() && job.executionTime().isBefore(now.minus(Jobs.OVERDUE));
        var level = job.failures() >= Jobs.FAILING || late
                ? Level.BAD
                : job.failures() > 0 ? Level.WARNING : job.lastSuccess() == null ? Level.NEUTRAL : Level.GOOD;
        String key = "operations.job." + job.taskName();
        String name = t.has(key) ? t.of(key) : job.taskName();
        // The schedule of a job that is switched off lies thousands of years ahead.
        boolean off = job.executionTime().isAfter(now.plusYears(10));
        return new OperationsPage.JobRow(
                job.taskName(),
                job.taskInstance(),
                name,
                job.picked()
                        ? t.of("operations.job.now")
                        : off ? t.of("operations.job.off") : moment(job.executionTime()),
                moment(job.lastSuccess()),
                job.failures() == 0
                        ? moment(job.lastFailure())
                        : t.of("operations.job.inARow", moment(job.lastFailure()), job.failures()),
                mark(level, t),
                !job.picked() && !off);
    }

    private OperationsPage.MailRow mail(MailQueue.Failed failed, Text t) {
        String reason = "operations.mail." + failed.failure().word();
        return new OperationsPage.MailRow(
                failed.id().toString(),
                t.of(reason),
                t.of(reason + ".advice"),
                failed.attempts(),
                moment(failed.failedAt()));
    }

    private static OperationsPage.Mark mark(Level level, Text t) {
        return new OperationsPage.Mark(level.mark(), t.of("operations.level." + level.word()));
    }

    private String moment(@Nullable OffsetDateTime at) {
        return at == null ? "–" : MOMENT.format(at.atZoneSameInstant(clock.getZone()));
    }
}
