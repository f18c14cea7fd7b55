package vn.binhdang.operations.state;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import vn.binhdang.messaging.MailQueue;

/** The mail queue. */
@Component
class MailFacts implements FactSource {
    private static final Duration LONG = Duration.ofMinutes(30);

    private final MailQueue queue;
    private final Clock clock;

    MailFacts(MailQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public String group() {
        return "mail";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public List<Fact> look() {
        try {
            return facts(queue.figures());
        } catch (DataAccessException e) {
            return List.of(Fact.of("mail.unknown", Level.NEUTRAL));
        }
    }

    private List<Fact> facts(MailQueue.Figures mail) {
        var facts = new ArrayList<Fact>();
        facts.add(
                switch (mail.way()) {
                    case OPEN -> Fact.of("mail.on", Level.GOOD);
                    case NO_SENDER -> Fact.of("mail.noSender", Level.BAD);
                    case OFF -> Fact.of("mail.off", Level.NEUTRAL);
                });
        if (mail.way() == MailQueue.Way.OFF && mail.waiting() + mail.failed() == 0) return facts;
        facts.add(waiting(mail));
        facts.add(Fact.of("mail.later", Level.NEUTRAL, mail.later()));
        facts.add(Fact.of("mail.sent", Level.NEUTRAL, mail.sentToday()));
        facts.add(Fact.of("mail.failed", mail.failed() == 0 ? Level.GOOD : Level.WARNING, mail.failed()));
        return facts;
    }

    private Fact waiting(MailQueue.Figures mail) {
        var failure = mail.failure();
        if (failure != null)
            return Fact.of(
                    "mail.stuck." + failure.word(),
                    Level.BAD,
                    mail.waiting(),
                    Shown.word("operations.mail." + failure.word()));
        boolean slow = mail.oldest() != null
                && Duration.between(mail.oldest().toInstant(), clock.instant()).compareTo(LONG) > 0;
        return Fact.of("mail.waiting", slow ? Level.WARNING : Level.GOOD, mail.waiting());
    }
}
