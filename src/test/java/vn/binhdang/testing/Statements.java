package vn.binhdang.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How many statements a page sends to the database, with those for the session and for who is signed in. A test signs in
 * without a session and gets a new one with each page; a browser's is read, which is one statement.
 */
public final class Statements {
    private Statements() {}

    public static int of(Runnable deed) {
        return sentBy(deed).size() + 1;
    }

    /** Texts of all but that for the session, in order. */
    public static List<String> sentBy(Runnable deed) {
        var log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var asking = Thread.currentThread();
        // Jobs that are at work meanwhile ask from threads of their own.
        var heard = new ListAppender<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (Thread.currentThread() == asking) super.append(event);
            }
        };
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
        return heard.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(said -> said.startsWith("Executing prepared SQL statement") || said.startsWith("Executing SQL"))
                .filter(said -> !said.contains("SPRING_SESSION"))
                .map(said -> said.replaceAll("\\s+", " "))
                .toList();
    }
}
