package vn.binhdang.reporting.compilation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.Block;
import vn.binhdang.document.Block.Kind;

/** Collects the paragraphs of a report in their order. */
final class Slots {
    private final List<Slot> slots = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private int part;

    List<Slot> all() {
        return List.copyOf(slots);
    }

    /** What follows belongs to the next annex. */
    void nextAnnex() {
        part++;
    }

    void section(String key, String number, String title) {
        add(key, new Block(Kind.SECTION, number, title, List.of(), null), null, null);
    }

    void heading(String key, String number, String title) {
        add(key, new Block(Kind.HEADING, number, title, List.of(), null), null, null);
    }

    void paragraph(String key, String text) {
        add(key, Block.paragraph(text), null, null);
    }

    /** Room for what only a person can write. */
    void room(String key) {
        add(key, Block.paragraph(""), null, null);
    }

    void item(String key, String number, String text, @Nullable UUID task, @Nullable UUID document) {
        add(key, new Block(Kind.ITEM, number, text, List.of(), null), task, document);
    }

    void dash(String key, String text, @Nullable UUID task) {
        item(key, "-", text, task, null);
    }

    void table(String key, List<List<String>> rows) {
        add(key, new Block(Kind.TABLE, null, "", rows, null), null, null);
    }

    private void add(String key, Block block, @Nullable UUID task, @Nullable UUID document) {
        if (!keys.add(key)) throw new IllegalStateException("two paragraphs named " + key);
        slots.add(new Slot(key, part, block, task, document));
    }
}
