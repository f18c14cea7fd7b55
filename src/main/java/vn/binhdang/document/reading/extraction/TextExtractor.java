package vn.binhdang.document.reading.extraction;

import vn.binhdang.document.SourceText;
import vn.binhdang.document.SourceText.Format;
import vn.binhdang.document.UnreadableDocument;

/** Plain text: the lines as they are, so that a line's number is that of the file. */
final class TextExtractor implements Extractor {

    @Override
    public SourceText extract(byte[] content, Deadline deadline) throws UnreadableDocument {
        var decoded = TextDecoding.of(content);
        var lines = new LineCollector(deadline);
        if (decoded.oldEncoding() != null) lines.noticeOldEncoding(decoded.oldEncoding());
        return lines(decoded.text(), lines).toText(Format.TEXT);
    }

    /** Lines end with LF, CR LF, CR or a Unicode line or paragraph separator. */
    static LineCollector lines(String text, LineCollector into) throws UnreadableDocument {
        if (text.length() > Limits.TEXT_CHARACTERS) throw LineCollector.tooMuchText();
        int from = 0;
        int end = text.length();
        while (from < end) {
            int to = from;
            while (to < end && !endsLine(text.charAt(to))) to++;
            into.addTextLine(text.substring(from, to));
            from = to + (to + 1 < end && text.charAt(to) == '\r' && text.charAt(to + 1) == '\n' ? 2 : 1);
        }
        return into;
    }

    private static boolean endsLine(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
    }
}
