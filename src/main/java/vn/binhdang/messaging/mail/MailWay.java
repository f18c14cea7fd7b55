package vn.binhdang.messaging.mail;

import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Whether there is a way for mail at all, and whom it reaches. */
@Component
public class MailWay {
    private final ObjectProvider<JavaMailSenderImpl> sender;
    private final JdbcClient jdbc;
    private final String from;

    MailWay(
            ObjectProvider<JavaMailSenderImpl> sender,
            JdbcClient jdbc,
            @Value("${binhdang.messaging.from:}") String from) {
        this.sender = sender;
        this.jdbc = jdbc;
        this.from = from.strip();
    }

    private record Row(
            UUID accountId,
            @Nullable LocalTime quietFrom,
            @Nullable LocalTime quietTo,
            boolean workingDaysOnly) {}

    /** The operator named a mail server ({@code spring.mail.host}) and a sender ({@code binhdang.messaging.from}). */
    public boolean open() {
        return sender.getIfAvailable() != null && !from.isEmpty();
    }

    /** A server without a sender: a setting was forgotten. */
    public boolean halfSet() {
        return sender.getIfAvailable() != null && from.isEmpty();
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

    /** @throws IllegalStateException when there is no way */
    JavaMailSenderImpl sender() {
        var found = sender.getIfAvailable();
        if (found == null) throw new IllegalStateException("no mail server is set");
        return found;
    }

    Session session() {
        return sender().getSession();
    }

    InternetAddress from() throws AddressException {
        return new InternetAddress(from, true);
    }

    String domain() {
        return from.substring(from.indexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
    }
}
