package vn.binhdang.messaging.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MessagingJobs {
    @Bean
    RecurringTask<Void> mailDeliveryJob(MailDelivery delivery) {
        return Tasks.recurring("mail-delivery", Schedules.fixedDelay(Duration.ofSeconds(15)))
                .execute((_, context) ->
                        delivery.run(() -> !context.getSchedulerState().isShuttingDown()));
    }

    @Bean
    RecurringTask<Void> noticeRetentionJob(NoticeRetention retention, Clock clock) {
        return Tasks.recurring("notice-retention", Schedules.daily(clock.getZone(), LocalTime.of(3, 10)))
                .execute((_, _) -> retention.forget());
    }
}
