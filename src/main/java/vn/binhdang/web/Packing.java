package vn.binhdang.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.springframework.http.HttpHeaders;

/**
 * Sends a page, packed where the browser unpacks it. Done here and not by the server, because the whole page is at hand:
 * it is packed in one go, with the effort that suits pages, by packers that are used again.
 */
final class Packing {
    /** Less would not pay. */
    private static final int SMALLEST = 1_400;

    /** Twice as fast as the usual 6, and a page of a list is only a tenth larger. */
    private static final int EFFORT = 3;

    private static final byte[] HEAD = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, 0};
    private static final int TAIL = 8;
    private static final int PART = 16 * 1024;

    private static final BlockingQueue<Deflater> PACKERS = new ArrayBlockingQueue<>(8);

    private Packing() {}

    static void send(byte[] page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (page.length >= SMALLEST && !response.containsHeader(HttpHeaders.CONTENT_ENCODING)) {
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            if (unpacks(request)) {
                response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
                page = packed(page);
            }
        }
        response.setContentLength(page.length);
        Turns.giveBack(request);
        response.getOutputStream().write(page);
    }

    /** "gzip", and not "gzip;q=0". */
    private static boolean unpacks(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (accepted == null) return false;
        int at = accepted.indexOf("gzip");
        return at >= 0 && !accepted.substring(at).replace(" ", "").matches("gzip;q=0(\\.0*)?(,.*)?");
    }

    static byte[] packed(byte[] page) {
        var packer = PACKERS.poll();
        if (packer == null) packer = new Deflater(EFFORT, true);
        try {
            packer.setInput(page);
            packer.finish();
            var out = new ByteArrayOutputStream(page.length / 8 + HEAD.length + TAIL);
            out.writeBytes(HEAD);
            var part = new byte[PART];
            while (!packer.finished()) out.write(part, 0, packer.deflate(part));
            var check = new CRC32();
            check.update(page);
            out.writeBytes(ByteBuffer.allocate(TAIL)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt((int) check.getValue())
                    .putInt(page.length)
                    .array());
            return out.toByteArray();
        } finally {
            packer.reset();
            if (!PACKERS.offer(packer)) packer.end();
        }
    }
}
