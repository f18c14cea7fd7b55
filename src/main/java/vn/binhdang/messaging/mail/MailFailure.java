package vn.binhdang.messaging.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** Why a mail did not go, in classes an operator can act on; the words of the other server may name people and are dropped. */
public enum MailFailure {
    /** no server there, or it does not answer */
    CONNECTION,
    /** no encryption, or a certificate nobody here trusts */
    TLS,
    /** the server does not know our name and password */
    AUTHENTICATION,
    /** there is no such letter box, for good */
    ADDRESS,
    /** this letter was refused for now */
    REFUSED,
    OTHER;

    /** All mail stands still, not only this one: nothing is laid aside, the way is tried again. */
    boolean ofTheWay() {
        return this == CONNECTION || this == TLS || this == AUTHENTICATION || this == OTHER;
    }

    /** The last part of message keys and the label of measurements. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

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
