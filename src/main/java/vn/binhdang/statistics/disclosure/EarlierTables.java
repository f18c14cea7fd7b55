package vn.binhdang.statistics.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.disclosure.TableCell.Showing;

/**
 * What was published before, held against what is to be published. A count that is the same now is the same cell. One that
 * was amended, or to which a late answer was added, is a cell of its own beside the count of today, since the reader of the
 * new table has the old one too: with all other counts unchanged, both totals tell what became of the single one. So does
 * the difference of the two, which is a cell as well where it is small.
 */
final class EarlierTables {
    private static final String WAS = "~was";

    private final UnitId agency;
    private final Gathered gathered;
    private final Map<String, TableCell> cells;
    private final Catalogue catalogue;
    private final Set<String> joined;
    private final Set<String> past = new HashSet<>();
    private final List<Changed> changed = new ArrayList<>();
    private int amended;

    private record Changed(String now, String was) {}

    /** @param gathered what is to be published, and the earlier tables with the counts of today */
    EarlierTables(UnitId agency, Gathered gathered, Catalogue catalogue) {
        this.agency = agency;
        this.gathered = gathered;
        this.catalogue = catalogue;
        cells = gathered.cells();
        joined = new HashSet<>(cells.keySet());
    }

    /** Whether the key is one of a count as it was told before it changed, or of what it changed by. */
    static boolean isOfThePast(String key) {
        return key.contains(WAS);
    }

    /** How many told other counts than those of today. */
    int amended() {
        return amended;
    }

    Set<String> past() {
        return past;
    }

    /** Everybody who reads this publication has read that one. */
    void merge(PublicationTables.Earlier earlier, boolean rounding) {
        boolean overlap = earlier.tables().cells().stream().anyMatch(before -> joined.contains(before.key()));
        if (overlap && earlier.rounded() && rounding)
            throw new NotPublishable("method", "statistics.disclosure.mend.roundedAlready");
        if (earlier.rounded() != rounding && (overlap || earlier.agency().equals(agency)))
            throw new NotPublishable("method", "statistics.disclosure.mend.otherMethod");
        if (rounding || earlier.rounded()) return;
        var names = new HashMap<String, String>();
        boolean same = true;
        for (TableCell before : earlier.tables().cells()) {
            TableCell now = cells.get(before.key());
            boolean other = now != null && now.value() != before.value();
            String key = other ? before.key() + WAS + before.value() : before.key();
            if (other) {
                same = false;
                changed.add(new Changed(before.key(), key));
            }
            names.put(before.key(), key);
            join(before.named(key), isKnown(before, earlier));
        }
        if (!same) amended++;
        earlier.tables().relations().forEach(relation -> relation.with(names).ifPresent(gathered::relate));
    }

    private static boolean isKnown(TableCell before, PublicationTables.Earlier earlier) {
        var outcome = earlier.outcomes().get(before.key());
        return before.showing() == Showing.KNOWN || outcome != null && outcome.kind() == Outcome.Kind.SHOWN;
    }

    private void join(TableCell before, boolean known) {
        TableCell there = cells.get(before.key());
        if (there == null) {
            past.add(before.key());
            cells.put(before.key(), before.with(known ? Showing.KNOWN : Showing.UNSEEN));
        } else if (known) cells.put(there.key(), there.with(Showing.KNOWN));
        joined.add(before.key());
    }

    /** Where both counts are told, the difference is; nothing can be done about one that two earlier publications tell. */
    void differences() {
        for (var one : changed) {
            var now = cells.get(one.now());
            var was = cells.get(one.was());
            if (now == null || was == null || now.showing() == Showing.KNOWN && was.showing() == Showing.KNOWN)
                continue;
            long by = Math.abs(now.value() - was.value());
            var difference = gathered.rules().cell(one.was() + "~to" + now.value(), by, isSensitive(one.now()));
            if (difference.need() == null) continue;
            past.add(difference.key());
            cells.putIfAbsent(difference.key(), difference.with(Showing.UNSEEN));
            boolean more = now.value() > was.value();
            gathered.relate(Relation.total(
                    more ? now.key() : was.key(), List.of(more ? was.key() : now.key(), difference.key())));
        }
    }

    private boolean isSensitive(String key) {
        return catalogue
                .element(key.substring(0, key.indexOf(';')))
                .map(Catalogue.Element::sensitive)
                .orElse(true);
    }
}
