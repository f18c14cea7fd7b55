package vn.binhdang.execution.urging;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class UrgingJobs {
    /** Before the offices open, and once more for what was issued in the morning. */
    @Bean
    RecurringTask<Void> urgingJob(UrgingMorning morning, Clock clock) {
        return Tasks.recurring("urging", Schedules.daily(clock.getZone(), LocalTime.of(7, 0), LocalTime.of(13, 0)))
                .execute((_, context) ->
                        morning.run(() -> !context.getSchedulerState().isShuttingDown()));
    }
}
