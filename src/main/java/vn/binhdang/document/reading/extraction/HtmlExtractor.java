package vn.binhdang.document.reading.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;
import vn.binhdang.document.SourceText;
import vn.binhdang.document.SourceText.Format;
import vn.binhdang.document.UnreadableDocument;
import vn.binhdang.document.UnreadableDocument.Reason;

/** Web pages, most of them saved by Word; the encoding they name is believed, else it is found out as for text. */
final class HtmlExtractor implements Extractor {
    private static final int DECLARED_WITHIN = 4096;

    /** The tree of a page takes some twenty times the memory of its text. */
    private static final int MOST_BYTES = 12 * Limits.MEGABYTE;

    @Override
    public SourceText extract(byte[] content, Deadline deadline) throws IOException, UnreadableDocument {
        if (content.length > MOST_BYTES)
            throw new UnreadableDocument(
                    Reason.TOO_LARGE,
                    Integer.toString((content.length + Limits.MEGABYTE - 1) / Limits.MEGABYTE),
                    Integer.toString(MOST_BYTES / Limits.MEGABYTE));
        var lines = new LineCollector(deadline);
        Document page = parse(content, lines);
        deadline.check();
        walk(page.body(), new HtmlBody(lines), deadline);
        return lines.toText(Format.HTML);
    }

    private static Document parse(byte[] content, LineCollector lines) throws IOException {
        if (declaresEncoding(content)) return Jsoup.parse(new ByteArrayInputStream(content), null, "");
        var decoded = TextDecoding.of(content);
        if (decoded.oldEncoding() != null) lines.noticeOldEncoding(decoded.oldEncoding());
        return Jsoup.parse(decoded.text());
    }

    private static boolean declaresEncoding(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, DECLARED_WITHIN), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        // "x-user-defined" is what old pages in VNI or TCVN3 say: the reader's own font decides.
        return head.contains("charset=") && !head.contains("x-user-defined");
    }

    private static void walk(Element body, HtmlBody into, Deadline deadline) throws UnreadableDocument {
        try {
            body.traverse(new NodeVisitor() {
                @Override
                public void head(Node node, int depth) {
                    into.head(node, depth);
                    stepOrStop(deadline);
                }

                @Override
                public void tail(Node node, int depth) {
                    into.tail(node, depth);
                }
            });
            into.end();
        } catch (HtmlBody.Stopped stopped) {
            throw stopped.why();
        }
    }

    private static void stepOrStop(Deadline deadline) {
        try {
            deadline.step();
        } catch (UnreadableDocument late) {
            throw new HtmlBody.Stopped(late);
        }
    }
}
