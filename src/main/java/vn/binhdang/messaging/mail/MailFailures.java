package vn.binhdang.messaging.mail;

import static vn.binhdang.messaging.MailFailure.ADDRESS;
import static vn.binhdang.messaging.MailFailure.AUTHENTICATION;
import static vn.binhdang.messaging.MailFailure.CONNECTION;
import static vn.binhdang.messaging.MailFailure.OTHER;
import static vn.binhdang.messaging.MailFailure.REFUSED;
import static vn.binhdang.messaging.MailFailure.TLS;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import vn.binhdang.messaging.MailFailure;

/** Tells the failures of a mail server apart. */
final class MailFailures {
    private MailFailures() {}

    static MailFailure of(MessagingException failure) {
        if (failure instanceof AuthenticationFailedException) return AUTHENTICATION;
        if (has(failure, SSLException.class)
                || String.valueOf(failure.getMessage()).contains("TLS")) return TLS;
        var address = find(failure, SMTPAddressFailedException.class);
        if (address != null) return address.getReturnCode() >= 500 ? ADDRESS : REFUSED;
        if (has(failure, SMTPSenderFailedException.class)) return OTHER;
        if (failure instanceof SendFailedException) return REFUSED;
        return has(failure, IOException.class) ? CONNECTION : OTHER;
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        return find(failure, kind) != null;
    }

    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> kind) {
        for (Throwable one = failure; one != null; one = next(one)) if (kind.isInstance(one)) return kind.cast(one);
        return null;
    }

    private static @Nullable Throwable next(Throwable one) {
        return one instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : one.getCause();
    }
}
