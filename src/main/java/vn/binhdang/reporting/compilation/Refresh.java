package vn.binhdang.reporting.compilation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.Block;
import vn.binhdang.document.DraftBlocks.DraftBlock;
import vn.binhdang.kernel.Uuid7;

/**
 * What a new compilation does to a draft. A paragraph that nobody touched since it was compiled follows the data; one that
 * a person edited stays as it is, one that a person deleted stays away, and what people wrote themselves is not moved.
 *
 * @param blocks the paragraphs of the draft afterwards
 * @param sources which paragraph is made of what afterwards
 */
public record Refresh(List<DraftBlock> blocks, List<Source> sources, List<Difference> differences) {

    /** @param version of the block when it was compiled */
    public record Source(
            String slot,
            UUID block,
            int version,
            @Nullable UUID task,
            @Nullable UUID document) {}

    /** @param before and after as read on a page; empty where there was or will be nothing */
    public record Difference(Kind kind, String before, String after) {
        public enum Kind {
            CHANGED,
            ADDED,
            REMOVED,
            /** edited by a person: the new text is only shown */
            KEPT,
            /** deleted by a person: it does not come back */
            LEFT_OUT
        }
    }

    /** Nothing would be written. */
    public boolean changesNothing() {
        return differences.stream()
                .allMatch(one -> one.kind() == Difference.Kind.KEPT || one.kind() == Difference.Kind.LEFT_OUT);
    }

    static Refresh of(List<DraftBlock> now, List<Source> sources, List<Slot> fresh) {
        return new Merge(now, sources).with(fresh);
    }

    private static final class Merge {
        private final List<DraftBlock> blocks;
        private final Map<String, Source> known;
        private final Map<UUID, DraftBlock> byId;
        private final List<Source> sources = new ArrayList<>();
        private final List<Difference> differences = new ArrayList<>();
        /** Behind which paragraph a new one is put, per part. */
        private final Map<Integer, UUID> last = new HashMap<>();

        private Merge(List<DraftBlock> now, List<Source> sources) {
            blocks = new ArrayList<>(now);
            known = sources.stream().collect(Collectors.toMap(Source::slot, source -> source));
            byId = now.stream().collect(Collectors.toMap(DraftBlock::id, block -> block));
        }

        private Refresh with(List<Slot> fresh) {
            Set<String> named = new HashSet<>();
            for (var slot : fresh) {
                named.add(slot.key());
                var source = known.get(slot.key());
                if (source == null) add(slot);
                else if (!byId.containsKey(source.block())) leaveOut(slot, source);
                else follow(slot, source, byId.get(source.block()));
            }
            for (var source : known.values()) if (!named.contains(source.slot())) drop(source);
            return new Refresh(List.copyOf(blocks), List.copyOf(sources), List.copyOf(differences));
        }

        private void add(Slot slot) {
            var block = new DraftBlock(Uuid7.create(), slot.part(), slot.block(), 1);
            var before = last.get(slot.part());
            blocks.add(before == null ? firstOf(slot.part()) : indexOf(before) + 1, block);
            source(slot, block);
            if (!printed(slot.block()).isEmpty())
                differences.add(new Difference(Difference.Kind.ADDED, "", printed(slot.block())));
        }

        private void follow(Slot slot, Source source, DraftBlock block) {
            last.put(block.part(), block.id());
            boolean touched = block.version() != source.version();
            if (same(block.block(), slot.block())) {
                sources.add(
                        touched
                                ? source
                                : new Source(slot.key(), block.id(), block.version(), slot.task(), slot.document()));
            } else if (touched) {
                sources.add(source);
                // Room that a person filled, as it was meant to be, is no difference.
                if (!printed(slot.block()).isEmpty())
                    differences.add(difference(Difference.Kind.KEPT, block.block(), slot.block()));
            } else {
                var newer = new DraftBlock(block.id(), block.part(), slot.block(), block.version() + 1);
                blocks.set(indexOf(block.id()), newer);
                source(slot, newer);
                differences.add(difference(Difference.Kind.CHANGED, block.block(), slot.block()));
            }
        }

        private void leaveOut(Slot slot, Source source) {
            sources.add(source);
            if (!printed(slot.block()).isEmpty())
                differences.add(new Difference(Difference.Kind.LEFT_OUT, "", printed(slot.block())));
        }

        /** The data no longer says it. */
        private void drop(Source source) {
            var block = byId.get(source.block());
            if (block == null) return;
            if (block.version() != source.version()) {
                sources.add(source);
                differences.add(new Difference(Difference.Kind.KEPT, printed(block.block()), ""));
            } else {
                blocks.remove(indexOf(block.id()));
                if (!printed(block.block()).isEmpty())
                    differences.add(new Difference(Difference.Kind.REMOVED, printed(block.block()), ""));
            }
        }

        private void source(Slot slot, DraftBlock block) {
            last.put(block.part(), block.id());
            sources.add(new Source(slot.key(), block.id(), block.version(), slot.task(), slot.document()));
        }

        private int indexOf(UUID id) {
            for (int i = 0; i < blocks.size(); i++) if (blocks.get(i).id().equals(id)) return i;
            throw new IllegalStateException("no paragraph " + id);
        }

        private int firstOf(int part) {
            for (int i = 0; i < blocks.size(); i++) if (blocks.get(i).part() >= part) return i;
            return blocks.size();
        }
    }

    private static boolean same(Block a, Block b) {
        return a.kind() == b.kind()
                && java.util.Objects.equals(a.number(), b.number())
                && a.text().equals(b.text())
                && a.rows().equals(b.rows());
    }

    /** Of a long table only the rows that differ are worth reading. */
    private static Difference difference(Difference.Kind kind, Block before, Block after) {
        return before.kind() == Block.Kind.TABLE && after.kind() == Block.Kind.TABLE
                ? new Difference(kind, rowsNotIn(after, before), rowsNotIn(before, after))
                : new Difference(kind, printed(before), printed(after));
    }

    private static String rowsNotIn(Block other, Block table) {
        return printed(
                table.rows().stream().filter(row -> !other.rows().contains(row)).toList());
    }

    private static String printed(List<List<String>> rows) {
        return rows.stream().map(row -> String.join(" | ", row)).collect(Collectors.joining("\n"));
    }

    private static String printed(Block block) {
        if (block.kind() == Block.Kind.TABLE) return printed(block.rows());
        if (block.text().isBlank()) return "";
        return block.number() == null ? block.text() : block.number() + " " + block.text();
    }
}
