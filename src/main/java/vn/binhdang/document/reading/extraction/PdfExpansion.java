package vn.binhdang.document.reading.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import vn.binhdang.document.UnreadableDocument;
import vn.binhdang.document.UnreadableDocument.Reason;

/**
 * Finds compressed streams that would fill the memory, before PDFBox unpacks them whole. Deflate makes at most 1,032
 * bytes of one, so a short stream is safe unseen; a long one is unpacked once into nothing and counted.
 */
final class PdfExpansion {
    private static final int MOST_PER_BYTE = 1032;
    private static final int SAFE_UNSEEN = Limits.EXPANDED_BYTES / 2 / MOST_PER_BYTE;
    private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};
    private static final byte[] END_STREAM = {'e', 'n', 'd', 's', 't', 'r', 'e', 'a', 'm'};
    private static final int DICTIONARY_BYTES = 512;

    private PdfExpansion() {}

    /** Looks through the file before it is parsed: object streams and fonts are unpacked by the parser itself. */
    static void check(byte[] content, Deadline deadline) throws UnreadableDocument {
        int from = indexOf(STREAM, content, 0);
        while (from >= 0) {
            deadline.check();
            int start = from + STREAM.length;
            if (start < content.length && content[start] == '\r') start++;
            if (start < content.length && content[start] == '\n') start++;
            int end = indexOf(END_STREAM, content, start);
            if (end < 0) end = content.length;
            if (end - start > SAFE_UNSEEN && isDeflated(content, start) && !isPicture(content, from))
                count(content, start, end - start, deadline);
            from = indexOf(STREAM, content, Math.min(content.length, end + END_STREAM.length));
        }
    }

    static void check(PDPage page) throws IOException, UnreadableDocument {
        COSBase contents = page.getCOSObject().getDictionaryObject(COSName.CONTENTS);
        if (contents instanceof COSArray parts) for (COSBase part : parts) checkBase(part);
        else checkBase(contents);
    }

    private static void checkBase(COSBase part) throws IOException, UnreadableDocument {
        COSBase resolved = part instanceof COSObject reference ? reference.getObject() : part;
        if (resolved instanceof COSStream stream) check(stream);
    }

    /** A stream of drawing commands: what it is called does not matter here, it will be unpacked. */
    static void check(COSStream stream) throws IOException, UnreadableDocument {
        if (isPackedTwice(stream)) throw new UnreadableDocument(Reason.EXPANDS_TOO_MUCH);
        if (stream.getLength() <= SAFE_UNSEEN) return;
        try (InputStream raw = stream.createRawInputStream()) {
            byte[] packed = raw.readAllBytes();
            if (isDeflated(packed, 0)) count(packed, 0, packed.length, Deadline.in(Limits.TIME));
        }
    }

    /** Deflate within deflate (or LZW) has no honest use for text and squares the expansion. */
    private static boolean isPackedTwice(COSDictionary stream) {
        if (!(stream.getDictionaryObject(COSName.FILTER) instanceof COSArray filters)) return false;
        int packing = 0;
        for (COSBase filter : filters)
            if (COSName.FLATE_DECODE.equals(filter)
                    || COSName.FLATE_DECODE_ABBREVIATION.equals(filter)
                    || COSName.LZW_DECODE.equals(filter)
                    || COSName.LZW_DECODE_ABBREVIATION.equals(filter)) packing++;
        return packing > 1;
    }

    private static void count(byte[] content, int start, int length, Deadline deadline) throws UnreadableDocument {
        var inflater = new Inflater();
        byte[] nothing = new byte[1 << 16];
        long expanded = 0;
        try {
            inflater.setInput(content, start, length);
            while (!inflater.finished() && !inflater.needsInput() && !inflater.needsDictionary()) {
                deadline.check();
                expanded += inflater.inflate(nothing);
                if (expanded > Limits.EXPANDED_BYTES) throw new UnreadableDocument(Reason.EXPANDS_TOO_MUCH);
            }
        } catch (DataFormatException _) {
            // Damaged or encrypted: the parser decides what it makes of it, up to the same place.
        } finally {
            inflater.end();
        }
    }

    /** The two bytes every zlib stream begins with. */
    private static boolean isDeflated(byte[] content, int at) {
        if (at + 1 >= content.length) return false;
        int header = (content[at] & 0xFF) << 8 | content[at + 1] & 0xFF;
        return (content[at] & 0x0F) == 8 && header % 31 == 0;
    }

    /** Pictures are never unpacked for their text; honest ones are large. */
    private static boolean isPicture(byte[] content, int streamAt) {
        int from = Math.max(0, streamAt - DICTIONARY_BYTES);
        String before = new String(content, from, streamAt - from, java.nio.charset.StandardCharsets.ISO_8859_1);
        int dictionary = before.lastIndexOf(" obj");
        return before.indexOf("/Image", Math.max(0, dictionary)) >= 0;
    }

    private static int indexOf(byte[] wanted, byte[] content, int from) {
        for (int i = Math.max(0, from); i <= content.length - wanted.length; i++) {
            if (content[i] != wanted[0]) continue;
            int j = 1;
            while (j < wanted.length && content[i + j] == wanted[j]) j++;
            if (j == wanted.length) return i;
        }
        return -1;
    }
}
