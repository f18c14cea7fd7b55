package vn.binhdang.messaging.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.binhdang.messaging.NoticeKinds;
import vn.binhdang.web.Text;

/**
 * Writes the mails. A mail lies in foreign hands: it says how many notices of which kind wait and where they are, and
 * nothing of what they are about.
 */
@Component
class Letters {
    private final NoticeKinds kinds;
    private final MailWay way;
    private final Clock clock;
    private final String home;

    Letters(NoticeKinds kinds, MailWay way, Clock clock, @Value("${binhdang.url}") String home) {
        this.kinds = kinds;
        this.way = way;
        this.clock = clock;
        this.home = home.replaceFirst("/+$", "");
    }

    /** How many notices of one kind. */
    record Counted(String kind, int notices) {}

    MimeMessage digest(UUID mail, List<Counted> counted, InternetAddress to, Text t) throws MessagingException {
        int all = counted.stream().mapToInt(Counted::notices).sum();
        var lines = new StringBuilder();
        for (var one : counted)
            lines.append("- ")
                    .append(t.of("messaging.mail.line", one.notices(), kindName(one.kind(), t)))
                    .append('\n');
        return letter(
                mail,
                to,
                t.of("messaging.mail.subject", all),
                t.of("messaging.mail.lead", all) + "\n\n" + lines + "\n" + t.of("messaging.mail.where")
                        + "\n" + home + "/notices?show=unread\n\n" + t.of("messaging.mail.foot") + "\n" + home
                        + "/account/notices\n",
                t);
    }

    MimeMessage code(String code, int minutes, InternetAddress to, Text t) throws MessagingException {
        return letter(
                UUID.randomUUID(),
                to,
                t.of("messaging.mail.code.subject"),
                t.of("messaging.mail.code.lead", minutes) + "\n\n    " + code + "\n\n"
                        + t.of("messaging.mail.code.foot") + "\n",
                t);
    }

    private String kindName(String key, Text t) {
        return kinds.of(key).map(kind -> t.of(kind.nameKey())).orElseGet(() -> t.of("messaging.notices.earlierKind"));
    }

    private MimeMessage letter(UUID id, InternetAddress to, String subject, String words, Text t)
            throws MessagingException {
        var letter = new Numbered(way.session(), "<%s@%s>".formatted(id, way.domain()));
        letter.setFrom(way.from());
        letter.setRecipient(Message.RecipientType.TO, to);
        letter.setSubject(subject, StandardCharsets.UTF_8.name());
        letter.setText(words, StandardCharsets.UTF_8.name());
        letter.setHeader("Content-Language", t.language());
        // No answers of absence to a machine.
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setSentDate(Date.from(clock.instant()));
        return letter;
    }

    /** The same number at each try, so that a server that has it already can tell. */
    private static final class Numbered extends MimeMessage {
        private final String id;

        Numbered(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
