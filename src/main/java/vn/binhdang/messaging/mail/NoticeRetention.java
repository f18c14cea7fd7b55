package vn.binhdang.messaging.mail;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets notices and the traces of mail after the days that the operator sets; the record of deeds is kept elsewhere. */
@Component
class NoticeRetention {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final int keepDays;

    NoticeRetention(JdbcClient jdbc, Clock clock, @Value("${binhdang.messaging.keep-days:365}") int keepDays) {
        if (keepDays < 1) throw new IllegalArgumentException("binhdang.messaging.keep-days must be 1 or more");
        this.jdbc = jdbc;
        this.clock = clock;
        this.keepDays = keepDays;
    }

    @Transactional
    void forget() {
        var before = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(keepDays);
        jdbc.sql("delete from notice where created_at < :before")
                .param("before", before)
                .update();
        jdbc.sql("delete from mail where created_at < :before and state not in ('WAITING', 'SENDING')")
                .param("before", before)
                .update();
    }
}
