package vn.binhdang.document.drafting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The editor of a draft's words, ready to print. It is a part of a page: the page around it may add what its kind of
 * document has more (the tasks of a plan).
 *
 * @param address what the forms post below: "/documents/…"
 * @param editor the page that shows this editor
 * @param home where people read the document
 * @param account whose unsent words a browser may keep and send again
 * @param number as printed, or the words that it is given at issue
 * @param date as far as it is known, or the words that it is given at issue
 * @param fields of the head by name
 * @param notes by place: {@link Note#WHOLE}, "symbol", "basis-0", "block-…", "signature"
 */
public record EditorPage(
        String address,
        String editor,
        String home,
        String account,
        String subject,
        State state,
        String number,
        String date,
        Map<String, Field> fields,
        List<Basis> bases,
        List<Part> parts,
        SignaturePart signature,
        Map<String, List<Note>> notes,
        @Nullable Undo undo) {

    /** From so many parts on a page is laid out as it is scrolled; below that, jumps within it land exactly. */
    public static final int MANY = 60;

    public record State(String css, String word) {}

    /** @param placeholder an example of what belongs there */
    public record Field(String name, String label, String value, String version, boolean several, String placeholder) {}

    /** @param lines "3-4" in the source; empty without one */
    public record Basis(int index, String text, String version, String lines, int rows, boolean first, boolean last) {}

    /** The body, or an annex with its heading. */
    public record Part(int number, String heading, List<BlockView> blocks) {
        /** So long that a browser lays out only what is on the screen. */
        public boolean many() {
            return blocks.size() > MANY;
        }
    }

    /**
     * @param name "đoạn 3: I. MỤC ĐÍCH": what a person who does not see the page hears
     * @param rows height of the text field
     * @param cells of a table; empty otherwise
     * @param teaching what belongs into an empty paragraph
     */
    public record BlockView(
            String id,
            String name,
            String kind,
            String number,
            String text,
            List<List<String>> cells,
            int version,
            String lines,
            int rows,
            String teaching,
            boolean first,
            boolean last) {
        public boolean table() {
            return kind.equals("TABLE");
        }

        public int columns() {
            return cells.isEmpty() ? 0 : cells.getFirst().size();
        }
    }

    /** @param printed the lines as they will stand */
    public record SignaturePart(List<String> printed, String version, List<Choice> capacities, List<Choice> signers) {}

    public record Choice(String value, String label, boolean chosen) {}

    /** What can be taken back, after a page came back from a deletion, split or join. */
    public record Undo(String action) {}

    /** @param times how often it was done in a row */
    public record HistoryLine(
            String when,
            String who,
            String what,
            int times,
            @Nullable String reason) {}

    public Field field(String name) {
        return java.util.Objects.requireNonNull(fields.get(name), name);
    }

    public List<Note> notes(String place) {
        return notes.getOrDefault(place, List.of());
    }

    /** With what the page around the editor found besides. */
    public EditorPage with(Map<String, List<Note>> more) {
        return new EditorPage(
                address,
                editor,
                home,
                account,
                subject,
                state,
                number,
                date,
                fields,
                bases,
                parts,
                signature,
                merged(notes, more),
                undo);
    }

    public static Map<String, List<Note>> merged(Map<String, List<Note>> some, Map<String, List<Note>> more) {
        var all = new LinkedHashMap<String, List<Note>>();
        some.forEach((place, notes) -> all.put(place, new ArrayList<>(notes)));
        more.forEach((place, notes) ->
                all.computeIfAbsent(place, p -> new ArrayList<>()).addAll(notes));
        return all;
    }
}
