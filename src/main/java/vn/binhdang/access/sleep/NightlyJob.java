package vn.binhdang.access.sleep;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.binhdang.access.limit.Sweeping;

/** Every night; on several nodes one of them does it. */
@Configuration(proxyBeanMethods = false)
class NightlyJob {
    @Bean
    static RecurringTask<Void> accountsFallAsleep(SleepingAccounts accounts, Sweeping sweeping) {
        return Tasks.recurring("access-nightly", Schedules.cron("0 10 2 * * *", ZoneId.of("Asia/Ho_Chi_Minh")))
                .execute((instance, context) -> {
                    accounts.fallAsleep();
                    sweeping.sweep();
                });
    }
}
