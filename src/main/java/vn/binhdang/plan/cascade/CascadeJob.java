package vn.binhdang.plan.cascade;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.organisation.UnitsChanged;

/**
 * Makes what the addressees get, away from the request. The queue is in the database, and each batch of addressees is
 * made in one transaction with its marks: what a stop of the product or a kill cut off goes on where it stood.
 */
@Component
class CascadeJob {
    private static final Logger LOG = LoggerFactory.getLogger(CascadeJob.class);
    private static final Duration AFTER_EVENT = Duration.ofSeconds(2);

    private final ObjectProvider<Scheduler> scheduler;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final OneTimeTask<Void> cascade;
    private final OneTimeTask<Void> unitsChanged;

    CascadeJob(
            ObjectProvider<Scheduler> scheduler,
            ApplicationEventPublisher events,
            Clock clock,
            OneTimeTask<Void> planCascadeTask,
            OneTimeTask<Void> cascadesFollowEventTask) {
        this.scheduler = scheduler;
        this.events = events;
        this.clock = clock;
        this.cascade = planCascadeTask;
        this.unitsChanged = cascadesFollowEventTask;
    }

    /** Something was queued. */
    record Queued() {}

    /** Within the transaction of the caller: rolled back with it. */
    void schedule(CascadeId id) {
        scheduler.getObject().schedule(cascade.instance(id + "/" + Uuid7.create()), clock.instant());
        events.publishEvent(new Queued());
    }

    /** Else it would wait for the next look into the queue, seconds later. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void queued(Queued event) {
        scheduler.getObject().triggerCheckForDueExecutions();
    }

    /** An import tells of thousands of events at once: those of the same few seconds are looked after together. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void unitsChanged(UnitsChanged event) {
        if (event.on().isAfter(Today.of(clock).day())) return; // the nightly look will find it on its day
        long span = clock.instant().getEpochSecond() / AFTER_EVENT.toSeconds();
        scheduler
                .getObject()
                .scheduleIfNotExists(
                        unitsChanged.instance("units/" + span), clock.instant().plus(AFTER_EVENT));
    }

    @Configuration(proxyBeanMethods = false)
    static class Queue {
        @Bean
        OneTimeTask<Void> planCascadeTask(ObjectProvider<CascadeRun> runs) {
            return Tasks.oneTime("plan-cascade")
                    .onFailure((complete, operations) -> {
                        // Only a stop of the product lands here: our own mistakes stop the cascade in words.
                        LOG.info("a cascade was cut off and goes on where it stood");
                        operations.reschedule(complete, complete.getTimeDone());
                    })
                    .execute((instance, context) -> {
                        var state = context.getSchedulerState();
                        runs.getObject().run(cascadeOf(instance.getId()), state::isShuttingDown);
                    });
        }

        @Bean
        OneTimeTask<Void> cascadesFollowEventTask(ObjectProvider<CascadesFollowUnits> follower) {
            return Tasks.oneTime("plan-cascades-follow-event")
                    .execute((instance, context) -> follower.getObject().follow());
        }

        @Bean
        RecurringTask<Void> cascadesFollowUnitsTask(ObjectProvider<CascadesFollowUnits> follower) {
            return Tasks.recurring("plan-cascades-follow-units", Schedules.cron("0 20 0 * * *", Today.ZONE))
                    .execute((instance, context) -> follower.getObject().follow());
        }

        private static CascadeId cascadeOf(String instance) {
            return new CascadeId(UUID.fromString(instance.substring(0, instance.indexOf('/'))));
        }
    }
}
