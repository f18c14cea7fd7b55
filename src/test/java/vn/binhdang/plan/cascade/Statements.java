package vn.binhdang.plan.cascade;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** How many statements the page itself sends to the database, beside those of the frame that every page has. */
final class Statements {
    /** Who it is, in which unit and office, whether signed in still, unread notices; the session is written twice. */
    private static final int FRAME = 9;

    private Statements() {}

    static int of(Runnable deed) {
        var log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        var before = log.getLevel();
        log.setLevel(Level.DEBUG);
        log.setAdditive(false);
        log.addAppender(heard);
        try {
            deed.run();
        } finally {
            log.detachAppender(heard);
            log.setAdditive(true);
            log.setLevel(before);
        }
        return (int) heard.list.stream()
                        .filter(event -> event.getMessage().startsWith("Executing prepared SQL statement"))
                        .count()
                - FRAME;
    }
}
