package vn.binhdang.execution.task;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How the camera was held, from the EXIF part of a JPEG. Everything else in that part is left unread. */
final class Orientation {
    private static final int UPRIGHT = 1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int APP1 = 0xE1;
    private static final int TAG = 0x0112;
    private static final int ENTRY_BYTES = 12;

    private Orientation() {}

    /** 1 to 8; upright when it does not say so, or says nonsense. */
    static int of(Path jpeg) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(jpeg)))) {
            if (in.readUnsignedShort() != 0xFFD8) return UPRIGHT;
            while (true) {
                if (in.readUnsignedByte() != 0xFF) return UPRIGHT;
                int marker = in.readUnsignedByte();
                if (marker == START_OF_SCAN) return UPRIGHT;
                int length = in.readUnsignedShort() - 2;
                if (length < 0) return UPRIGHT;
                byte[] segment = in.readNBytes(length);
                if (marker == APP1 && isExif(segment)) return ofExif(segment);
            }
        } catch (EOFException e) {
            return UPRIGHT;
        }
    }

    private static boolean isExif(byte[] segment) {
        return segment.length > 14 && new String(segment, 0, 6, StandardCharsets.ISO_8859_1).equals("Exif\0\0");
    }

    private static int ofExif(byte[] segment) {
        var tiff = ByteBuffer.wrap(segment, 6, segment.length - 6).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long first = tiff.getInt(4) & 0xFFFFFFFFL;
        if (first + 2 > tiff.limit()) return UPRIGHT;
        int entries = tiff.getShort((int) first) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            long entry = first + 2 + (long) i * ENTRY_BYTES;
            if (entry + ENTRY_BYTES > tiff.limit()) return UPRIGHT;
            if ((tiff.getShort((int) entry) & 0xFFFF) != TAG) continue;
            int orientation = tiff.getShort((int) entry + 8) & 0xFFFF;
            return orientation >= 1 && orientation <= 8 ? orientation : UPRIGHT;
        }
        return UPRIGHT;
    }
}
