package vn.binhdang.messaging.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.binhdang.messaging.MailFailure;
import vn.binhdang.web.Text;

/** Sends what is due, one letter after the other over one line. */
@Component
class MailDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);

    private final MailWay way;
    private final MailRows rows;
    private final Letters letters;

    MailDelivery(MailWay way, MailRows rows, Letters letters) {
        this.way = way;
        this.rows = rows;
        this.letters = letters;
    }

    /** @param goOn asked before each letter: a product that stops sends no further one */
    void run(BooleanSupplier goOn) {
        rows.takeBackFromTheGone();
        if (!way.open()) return;
        rows.gather();
        if (!rows.anyDue()) return;
        try (var line = SmtpLine.open(way.sender())) {
            while (goOn.getAsBoolean()) {
                var mail = rows.claim();
                if (mail.isEmpty() || !send(line, mail.get())) return;
            }
        } catch (MailTrouble trouble) {
            LOG.warn("Mail waits: {}", trouble.failure());
            rows.wayClosed(null, trouble.failure());
        }
    }

    /** A letter outside the queue: the code that confirms an address. */
    void sendCode(String code, int minutes, InternetAddress to, Text t) throws MailTrouble {
        try (var line = SmtpLine.open(way.sender())) {
            line.send(letters.code(code, minutes, to, t), to);
        } catch (MessagingException e) {
            throw new MailTrouble(MailFailure.OTHER, e);
        }
    }

    /** @return whether the line still serves */
    private boolean send(SmtpLine line, MailRows.Claimed mail) {
        var counted = rows.counted(mail.id());
        if (mail.address() == null || counted.isEmpty()) {
            rows.needless(mail.id());
            return true;
        }
        try {
            var to = new InternetAddress(mail.address(), true);
            line.send(letters.digest(mail.id(), counted, to, text(mail.language())), to);
            rows.sent(mail.id());
            return true;
        } catch (AddressException e) {
            rows.refused(mail.id(), MailFailure.ADDRESS);
            return true;
        } catch (MailTrouble trouble) {
            // The number of the mail and a class, never the server's words: they repeat the address.
            LOG.warn("Mail {} did not go: {}", mail.id(), trouble.failure());
            if (trouble.failure().ofTheWay()) rows.wayClosed(mail.id(), trouble.failure());
            else rows.refused(mail.id(), trouble.failure());
            return !trouble.failure().ofTheWay();
        } catch (MessagingException e) {
            LOG.warn("Mail {} could not be written", mail.id());
            rows.refused(mail.id(), MailFailure.OTHER);
            return true;
        }
    }

    private static Text text(@org.jspecify.annotations.Nullable String language) {
        return Text.in(Locale.forLanguageTag(language == null ? "vi" : language));
    }
}
