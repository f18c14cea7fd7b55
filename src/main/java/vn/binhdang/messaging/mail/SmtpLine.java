package vn.binhdang.messaging.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * One connection to the mail server for many letters. Spring's sender would take a list and say afterwards which of them
 * failed; here each is written down as sent before the next one goes, so that a stop in between doubles none.
 */
final class SmtpLine implements AutoCloseable {
    private final Transport transport;

    private SmtpLine(Transport transport) {
        this.transport = transport;
    }

    static SmtpLine open(JavaMailSenderImpl sender) throws MailTrouble {
        try {
            String protocol = sender.getProtocol() == null ? "smtp" : sender.getProtocol();
            var transport = sender.getSession().getTransport(protocol);
            transport.connect(sender.getHost(), sender.getPort(), sender.getUsername(), sender.getPassword());
            return new SmtpLine(transport);
        } catch (MessagingException e) {
            throw new MailTrouble(MailFailures.of(e), e);
        }
    }

    void send(MimeMessage letter, InternetAddress to) throws MailTrouble {
        try {
            letter.saveChanges();
            transport.sendMessage(letter, new Address[] {to});
        } catch (MessagingException e) {
            throw new MailTrouble(MailFailures.of(e), e);
        }
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            // Said good-bye or not: what was sent is sent, and the next run opens a line of its own.
        }
    }
}
