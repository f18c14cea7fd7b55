package vn.binhdang.document.reading.extraction;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Fields of Word: between begin and separator stands the instruction, which is not text; after it the result, which
 * is. A table of contents is left out with its result: its lines repeat the headings and would be read as headings.
 */
final class WordFields {
    private static final class Field {
        final StringBuilder instruction = new StringBuilder();
        boolean inResult;
    }

    private static final int LONGEST_INSTRUCTION = 200;

    private final Deque<Field> open = new ArrayDeque<>();
    private int silent;

    void mark(String type) {
        switch (type) {
            case "begin" -> {
                open.push(new Field());
                silent++;
            }
            case "separate" -> {
                Field field = open.peek();
                if (field == null || field.inResult) return;
                field.inResult = true;
                if (!isContents(field)) silent--;
            }
            case "end" -> {
                if (open.isEmpty()) return;
                Field field = open.pop();
                if (!field.inResult || isContents(field)) silent--;
            }
            default -> {}
        }
    }

    void instruction(char[] buffer, int start, int length) {
        Field field = open.peek();
        if (field != null && field.instruction.length() < LONGEST_INSTRUCTION)
            field.instruction.append(buffer, start, Math.min(length, LONGEST_INSTRUCTION));
    }

    boolean hidesText() {
        return silent > 0;
    }

    private static boolean isContents(Field field) {
        return field.instruction.toString().strip().startsWith("TOC");
    }
}
