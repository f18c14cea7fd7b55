package vn.binhdang.execution.oversight;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.binhdang.calendar.Today;
import vn.binhdang.organisation.UnitsChanged;

/** Lets recommendations follow their units: soon after an event, and each night for events whose day has come. */
@Component
class OversightJobs {
    private static final Duration AFTER_EVENT = Duration.ofSeconds(2);

    private final ObjectProvider<Scheduler> scheduler;
    private final OneTimeTask<Void> unitsChanged;
    private final Clock clock;

    OversightJobs(ObjectProvider<Scheduler> scheduler, OneTimeTask<Void> recommendationsFollowEventTask, Clock clock) {
        this.scheduler = scheduler;
        this.unitsChanged = recommendationsFollowEventTask;
        this.clock = clock;
    }

    /** An import tells of thousands of events at once: those of the same few seconds are looked after together. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void unitsChanged(UnitsChanged event) {
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
        OneTimeTask<Void> recommendationsFollowEventTask(ObjectProvider<RecommendationsFollowUnits> follower) {
            return Tasks.oneTime("recommendations-follow-event")
                    .execute((instance, context) -> follower.getObject().follow());
        }

        @Bean
        RecurringTask<Void> recommendationsFollowUnitsTask(ObjectProvider<RecommendationsFollowUnits> follower) {
            return Tasks.recurring("recommendations-follow-units", Schedules.cron("0 25 0 * * *", Today.ZONE))
                    .execute((instance, context) -> follower.getObject().follow());
        }
    }
}
