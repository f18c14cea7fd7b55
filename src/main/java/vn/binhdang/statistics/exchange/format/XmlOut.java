package vn.binhdang.statistics.exchange.format;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes elements one after the other. The writer that comes with Java leaves line breaks in attributes as they are. */
final class XmlOut {

    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();
    private boolean tagOpen;

    XmlOut(OutputStream stream) throws IOException {
        out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** @param attributes name, value, name, value … */
    XmlOut open(String name, String... attributes) throws IOException {
        closeTag();
        out.write('<');
        out.write(name);
        open.push(name);
        tagOpen = true;
        for (int i = 0; i < attributes.length; i += 2) attribute(attributes[i], attributes[i + 1]);
        return this;
    }

    XmlOut attribute(String name, String value) throws IOException {
        if (!tagOpen) throw new IllegalStateException("the tag is closed, too late for " + name);
        out.write(' ');
        out.write(name);
        out.write("=\"");
        escape(value, true);
        out.write('"');
        return this;
    }

    XmlOut text(String text) throws IOException {
        closeTag();
        escape(text, false);
        return this;
    }

    XmlOut close() throws IOException {
        String name = open.pop();
        if (tagOpen) out.write("/>");
        else {
            out.write("</");
            out.write(name);
            out.write('>');
        }
        tagOpen = false;
        if (open.size() < 3) out.write('\n');
        return this;
    }

    /** An element with text only. */
    XmlOut leaf(String name, String text, String... attributes) throws IOException {
        return open(name, attributes).text(text).close();
    }

    XmlOut empty(String name, String... attributes) throws IOException {
        return open(name, attributes).close();
    }

    /** The same in every language that there is. */
    XmlOut words(String name, Label label) throws IOException {
        leaf(name, label.vi(), "xml:lang", "vi");
        if (label.english().isPresent()) leaf(name, label.english().get(), "xml:lang", "en");
        return this;
    }

    void end() throws IOException {
        while (!open.isEmpty()) close();
        out.flush();
    }

    private void closeTag() throws IOException {
        if (tagOpen) out.write('>');
        tagOpen = false;
    }

    private void escape(String text, boolean inAttribute) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '&' -> out.write("&amp;");
                case '"' -> out.write(inAttribute ? "&quot;" : "\"");
                case '\n' -> out.write(inAttribute ? "&#10;" : "\n");
                case '\t' -> out.write(inAttribute ? "&#9;" : "\t");
                case '\r' -> out.write("&#13;");
                default -> out.write(c < 0x20 ? ' ' : c);
            }
        }
    }
}
