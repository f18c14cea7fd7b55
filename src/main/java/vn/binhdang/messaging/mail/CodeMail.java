package vn.binhdang.messaging.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.binhdang.messaging.MailFailure;
import vn.binhdang.web.Text;

/** Sends the code that confirms an address, at once: its owner sits there and waits. */
@Component
public class CodeMail {
    private static final Logger LOG = LoggerFactory.getLogger(CodeMail.class);

    private final MailDelivery delivery;

    CodeMail(MailDelivery delivery) {
        this.delivery = delivery;
    }

    /** @return why it did not go; empty when the server took it */
    public Optional<MailFailure> send(String code, int minutes, String address, Text t) {
        try {
            delivery.sendCode(code, minutes, new InternetAddress(address, true), t);
            return Optional.empty();
        } catch (AddressException e) {
            return Optional.of(MailFailure.ADDRESS);
        } catch (MailTrouble trouble) {
            LOG.warn("A code did not go: {}", trouble.failure());
            return Optional.of(trouble.failure());
        }
    }
}
