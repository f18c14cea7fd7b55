package vn.binhdang.messaging.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;

/** A real SMTP server that can be switched off and on, on a port of its own. */
public final class MailServer {
    public static final String NAME = "binhdang@skhcn.hoagiang.gov.vn";
    public static final String PASSWORD = "thu-dien-tu";

    private final ServerSetup setup;
    private GreenMail server;

    private MailServer(String protocol) {
        setup = new ServerSetup(freePort(), "127.0.0.1", protocol);
        setup.setServerStartupTimeout(20_000);
        server = start();
    }

    public static MailServer plain() {
        return new MailServer(ServerSetup.PROTOCOL_SMTP);
    }

    /** With a certificate that nobody trusts. */
    public static MailServer encrypted() {
        return new MailServer(ServerSetup.PROTOCOL_SMTPS);
    }

    public int port() {
        return setup.getPort();
    }

    public void off() {
        server.stop();
    }

    /** With an empty box: what it got before it was switched off was read. */
    public void on() {
        server = start();
    }

    public List<MimeMessage> letters() {
        return Stream.of(server.getReceivedMessages()).toList();
    }

    public void forget() {
        off();
        on();
    }

    public static String text(MimeMessage letter) {
        try {
            return String.valueOf(letter.getContent());
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private GreenMail start() {
        var started = new GreenMail(setup);
        started.start();
        started.setUser(NAME, NAME, PASSWORD);
        return started;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
