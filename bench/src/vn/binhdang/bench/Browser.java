package vn.binhdang.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One connection that is kept, with the cookies of one person; HTTP/1.1 as far as the measured servers speak it. It shares
 * the processors with what it measures, so it does no more than it must: the JDK's own client took nearly twice as much.
 */
public final class Browser {
    private static final int PATIENCE_MILLIS = 60_000;

    private final URI home;
    private final Map<String, String> cookies = new TreeMap<>();
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();
    private boolean open;

    public Browser(URI home) {
        this.home = home;
    }

    public record Answer(int status, byte[] body) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    public Answer get(String path, boolean packed) throws IOException {
        String head = "GET " + path + " HTTP/1.1\r\n" + (packed ? "Accept-Encoding: gzip\r\n" : "");
        boolean used = open;
        try {
            return ask(head, "");
        } catch (EOFException | SocketException e) {
            // A server closes what rested for a minute while other pages were asked for.
            if (!used) throw e;
            socket.close();
            open = false;
            return ask(head, "");
        }
    }

    public int post(String path, String form) throws IOException {
        return ask("POST " + path + " HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n", form)
                .status();
    }

    private Answer ask(String head, String form) throws IOException {
        if (!open) connect();
        var request = new StringBuilder(head)
                .append("Host: ")
                .append(home.getAuthority())
                .append("\r\n");
        if (!cookies.isEmpty())
            request.append("Cookie: ")
                    .append(cookies.entrySet().stream()
                            .map(one -> one.getKey() + "=" + one.getValue())
                            .collect(Collectors.joining("; ")))
                    .append("\r\n");
        if (!form.isEmpty())
            request.append("Content-Length: ").append(form.length()).append("\r\n");
        request.append("\r\n").append(form);
        socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
        return answer();
    }

    private void connect() throws IOException {
        socket = new Socket(home.getHost(), home.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 15);
        open = true;
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        boolean inParts = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            String value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> inParts = true;
                case "set-cookie" -> keep(value.split(";", 2)[0]);
                case "connection" -> open &= !value.equalsIgnoreCase("close");
                default -> {}
            }
        }
        var body = inParts ? parts() : in.readNBytes(length);
        if (!open) socket.close();
        return new Answer(status, body);
    }

    private void keep(String cookie) {
        int equals = cookie.indexOf('=');
        cookies.put(cookie.substring(0, equals), cookie.substring(equals + 1));
    }

    private byte[] parts() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int length = Integer.parseInt(line(), 16); length > 0; length = Integer.parseInt(line(), 16)) {
            body.writeBytes(in.readNBytes(length));
            line();
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new EOFException("the server hung up");
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }
}
