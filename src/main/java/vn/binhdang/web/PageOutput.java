package vn.binhdang.web;

import gg.jte.TemplateOutput;
import java.util.Arrays;

/**
 * A page as the bytes of its UTF-8, written one after the other into one array. Most of a page are the fixed parts of its
 * template, which are bytes already; what comes from people is some thousand short texts, for which jte's own output makes
 * as many arrays.
 */
final class PageOutput implements TemplateOutput {
    /** Holds a page of a list without growing. */
    private static final int USUAL = 64 * 1024;

    private byte[] bytes = new byte[USUAL];
    private int length;

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public void writeContent(String text) {
        writeContent(text, 0, text.length());
    }

    @Override
    public void writeContent(String text, int from, int to) {
        // three bytes are the most that one char needs; a pair of them, which is one sign, needs four
        makeRoom(3 * (to - from));
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < 0x80) put(c);
            else if (c < 0x800) {
                put(0xC0 | c >> 6);
                put(0x80 | c & 0x3F);
            } else if (!Character.isSurrogate(c)) {
                put(0xE0 | c >> 12);
                put(0x80 | c >> 6 & 0x3F);
                put(0x80 | c & 0x3F);
            } else if (Character.isHighSurrogate(c) && i + 1 < to && Character.isLowSurrogate(text.charAt(i + 1))) {
                int sign = Character.toCodePoint(c, text.charAt(++i));
                put(0xF0 | sign >> 18);
                put(0x80 | sign >> 12 & 0x3F);
                put(0x80 | sign >> 6 & 0x3F);
                put(0x80 | sign & 0x3F);
            } else put('?');
        }
    }

    @Override
    public void writeBinaryContent(byte[] part) {
        makeRoom(part.length);
        System.arraycopy(part, 0, bytes, length, part.length);
        length += part.length;
    }

    private void put(int value) {
        bytes[length++] = (byte) value;
    }

    private void makeRoom(int more) {
        if (more > bytes.length - length)
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(length, more)));
    }
}
