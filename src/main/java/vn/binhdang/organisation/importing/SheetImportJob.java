package vn.binhdang.organisation.importing;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerState;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.binhdang.kernel.Uuid7;

/**
 * Runs checks and writings away from the request. The queue is in the database: what a stop of the product cut off
 * begins anew when it is back, and since nothing is written before all is written, beginning anew is harmless.
 */
@Component
class SheetImportJob {
    private static final Logger LOG = LoggerFactory.getLogger(SheetImportJob.class);
    private static final String TASK = "organisation-sheet-import";

    private final ObjectProvider<Scheduler> scheduler;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final OneTimeTask<Void> task;

    SheetImportJob(
            ObjectProvider<Scheduler> scheduler,
            ApplicationEventPublisher events,
            Clock clock,
            OneTimeTask<Void> sheetImportTask) {
        this.scheduler = scheduler;
        this.events = events;
        this.clock = clock;
        this.task = sheetImportTask;
    }

    /** Something was queued. */
    record Queued() {}

    /** Within the transaction of the caller: rolled back with it. */
    void schedule(SheetImportId id) {
        // A number of its own for each try: the entry of the check may still be there when the writing is queued.
        scheduler.getObject().schedule(task.instance(id + "/" + Uuid7.create()), clock.instant());
        events.publishEvent(new Queued());
    }

    /** Else it would wait for the next look into the queue, seconds later. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void queued(Queued event) {
        scheduler.getObject().triggerCheckForDueExecutions();
    }

    @Configuration(proxyBeanMethods = false)
    static class Queue {
        @Bean
        OneTimeTask<Void> sheetImportTask(ObjectProvider<SheetImportRun> runs) {
            return Tasks.oneTime(TASK)
                    .onFailure((complete, operations) -> {
                        // Only a stop of the product lands here: our own mistakes end the import in words.
                        LOG.info("an import was cut off and begins anew");
                        operations.reschedule(complete, complete.getTimeDone());
                    })
                    .execute((instance, context) ->
                            runs.getObject().run(importOf(instance.getId()), stopping(context.getSchedulerState())));
        }

        @Bean
        RecurringTask<Void> sheetImportRetentionJob(ObjectProvider<SheetImports> imports, Clock clock) {
            return Tasks.recurring("import-retention", Schedules.daily(clock.getZone(), LocalTime.of(3, 20)))
                    .execute((_, _) -> imports.getObject().forget());
        }

        private static java.util.function.BooleanSupplier stopping(SchedulerState state) {
            return state::isShuttingDown;
        }

        private static SheetImportId importOf(String instance) {
            return new SheetImportId(UUID.fromString(instance.substring(0, instance.indexOf('/'))));
        }
    }
}
