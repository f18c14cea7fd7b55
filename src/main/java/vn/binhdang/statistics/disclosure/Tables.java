package vn.binhdang.statistics.disclosure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vn.binhdang.kernel.Sha256;

/** Everything one publication shows, and what is known beside it, as cells and relations between them. */
public record Tables(List<TableCell> cells, List<Relation> relations) {
    public Tables {
        cells = List.copyOf(cells);
        relations = List.copyOf(relations);
        Map<String, Long> values = valuesOf(cells);
        for (Relation relation : relations) {
            if (!relation.holds(values))
                throw new IllegalArgumentException("the true counts do not add up: " + relation.name());
        }
    }

    private static Map<String, Long> valuesOf(List<TableCell> cells) {
        Map<String, Long> values = HashMap.newHashMap(cells.size());
        for (TableCell cell : cells) {
            if (values.put(cell.key(), cell.value()) != null)
                throw new IllegalArgumentException("two cells of one key: " + cell.key());
        }
        return values;
    }

    /** The true counts by key. */
    public Map<String, Long> values() {
        return valuesOf(cells);
    }

    /** Without the needs of these cells. */
    Tables without(Collection<String> needs) {
        return new Tables(
                cells.stream()
                        .map(cell -> needs.contains(cell.key()) ? cell.withoutNeed() : cell)
                        .toList(),
                relations);
    }

    /** Fingerprint of cells and relations, the same for every order they are given in. */
    public String sha256() {
        TreeSet<String> lines = new TreeSet<>();
        for (TableCell cell : cells) {
            Need need = cell.need();
            lines.add("cell\t%s\t%d\t%d\t%d\t%s\t%s"
                    .formatted(
                            cell.key(),
                            cell.value(),
                            cell.weight(),
                            cell.floor(),
                            cell.showing(),
                            need == null ? "-" : need.down() + "/" + need.up() + "/" + need.width()));
        }
        for (Relation relation : relations) lines.add("relation\t" + relation.factors());
        MessageDigest digest = Sha256.start();
        for (String line : lines) digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }
}
