package vn.binhdang.document.reading;

import java.util.ArrayList;
import java.util.List;
import vn.binhdang.document.Annex;

/** Phụ lục: a label on its own line, a title in capitals, a note "(Kèm theo …)", then whatever it holds. */
final class AnnexReader {
    private AnnexReader() {}

    /** "PHỤ LỤC", "Phụ lục I", "PHỤ LỤC 01:", "Phụ lục số 2"; not "Phụ lục kèm theo gồm …". */
    static boolean isLabel(TextLine line) {
        var text = line.text();
        char first = text.charAt(0);
        if (first != 'P' && first != 'p' || text.length() > 120 || text.length() < 7) return false;
        var lower = Words.lower(text);
        if (!Words.startsWith(lower, "phụ lục")) return false;
        int at = Words.skipSpaces(lower, 7);
        if (at >= text.length()) return true;
        if (Words.at(lower, at, "số")) at = Words.skipSpaces(lower, at + 2);
        int end = Words.wordEnd(lower, at);
        boolean number = end > at && end - at <= 4 && isNumber(text.substring(at, end));
        if (!number) return Words.isUpperCase(text) && line.breakBefore();
        return end >= text.length()
                || Words.isUpperCase(text)
                || ".:".indexOf(text.charAt(end)) >= 0 && text.length() < 12;
    }

    private static boolean isNumber(String word) {
        for (int i = 0; i < word.length(); i++)
            if (!Character.isDigit(word.charAt(i)) && "IVXABCD".indexOf(word.charAt(i)) < 0) return false;
        return true;
    }

    static List<Annex> read(List<TextLine> lines) {
        var annexes = new ArrayList<Annex>();
        int from = 0;
        for (int i = 1; i <= lines.size(); i++) {
            if (i < lines.size() && !isLabel(lines.get(i))) continue;
            if (i > from) annexes.add(annex(lines.subList(from, i)));
            from = i;
        }
        return annexes;
    }

    /** The lines "(Kèm theo Kế hoạch số …)" of all annexes. */
    static List<TextLine> notes(List<TextLine> lines) {
        var notes = new ArrayList<TextLine>();
        for (int i = 0; i < lines.size(); i++) {
            if (!Subject.isAttachmentNote(lines.get(i).text())) continue;
            notes.add(lines.get(i));
            while (!lines.get(i).text().endsWith(")")
                    && i + 1 < lines.size()
                    && !lines.get(i + 1).breakBefore()) notes.add(lines.get(++i));
        }
        return notes;
    }

    private static Annex annex(List<TextLine> lines) {
        int i = 1;
        var title = new StringBuilder();
        while (i < lines.size() && i < 8 && isTitle(lines.get(i), i)) {
            title.append(title.isEmpty() ? "" : " ").append(lines.get(i++).text());
        }
        var note = new StringBuilder();
        if (i < lines.size() && Subject.isAttachmentNote(lines.get(i).text())) {
            do note.append(note.isEmpty() ? "" : " ").append(lines.get(i).text());
            while (++i < lines.size()
                    && !lines.get(i - 1).text().endsWith(")")
                    && !lines.get(i).breakBefore());
        }
        return new Annex(
                lines.getFirst().text(),
                title.isEmpty() ? null : title.toString(),
                note.isEmpty() ? null : note.toString(),
                Blocks.of(lines.subList(i, lines.size())));
    }

    private static boolean isTitle(TextLine line, int i) {
        return line.cell() == null
                && !Subject.isAttachmentNote(line.text())
                && Marker.of(line.text()) == null
                && (Words.isUpperCase(line.text()) || i == 1 && line.text().length() < 200);
    }
}
