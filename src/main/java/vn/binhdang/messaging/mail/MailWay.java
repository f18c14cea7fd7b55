package vn.binhdang.messaging.mail;

import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Whether there is a way for mail at all, and whom it reaches. */
@Component
public class MailWay {
    private final ObjectProvider<JavaMailSenderImpl> sender;
    private final JdbcClient jdbc;

    MailWay(ObjectProvider<JavaMailSenderImpl> sender, JdbcClient jdbc) {
        this.sender = sender;
        this.jdbc = jdbc;
    }

    private record Row(
            UUID accountId,
            @Nullable LocalTime quietFrom,
            @Nullable LocalTime quietTo,
            boolean workingDaysOnly) {}

    /** The operator named a mail server ({@code spring.mail.host}). */
    public boolean open() {
        return sender.getIfAvailable() != null;
    }

    @Nullable
    JavaMailSenderImpl sender() {
        return sender.getIfAvailable();
    }

    /** The quiet hours of those among these accounts whose address is confirmed; the others get no mail. */
    public Map<UUID, QuietHours> quietHoursOf(Collection<UUID> accounts) {
        var quiet = new HashMap<UUID, QuietHours>();
        jdbc.sql("""
            select account_id, quiet_from, quiet_to, working_days_only
            from   mail_address
            where  address is not null and account_id = any (cast(:accounts as uuid[]))
            """)
                .param("accounts", accounts.stream().map(UUID::toString).toArray(String[]::new))
                .query(Row.class)
                .list()
                .forEach(row -> quiet.put(
                        row.accountId(), new QuietHours(row.quietFrom(), row.quietTo(), row.workingDaysOnly())));
        return quiet;
    }
}
