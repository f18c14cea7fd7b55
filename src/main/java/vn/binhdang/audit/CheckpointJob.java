package vn.binhdang.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A checkpoint at every full hour; on several nodes one of them takes it. */
@Configuration(proxyBeanMethods = false)
class CheckpointJob {
    @Bean
    static RecurringTask<Void> auditCheckpoint(Checkpoints checkpoints) {
        return Tasks.recurring("audit-checkpoint", Schedules.cron("0 0 * * * *", ZoneId.of("Asia/Ho_Chi_Minh")))
                .execute((instance, context) -> checkpoints.take());
    }
}
