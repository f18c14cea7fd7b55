package vn.binhdang.plan.amendment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.DocumentId;
import vn.binhdang.plan.PlanPart;
import vn.binhdang.plan.PlanPart.Home;
import vn.binhdang.plan.PlanPart.Words;
import vn.binhdang.plan.amendment.Change.Kind;

/**
 * What an amendment does to one purpose, target or row of an annex; the counterpart of {@link Change} for what is no task.
 *
 * @param part of a part to be added: the id it will have
 * @param home where it stands, as issued
 * @param before what the plan said when this was decided; null for a part to be added
 * @param after what it will say; null for a part that is taken out
 * @param reason empty where none was given
 * @param version counts its changes; one made on an older version is shown, not stored over another
 * @param undone taken back, but still to be had
 */
record PartChange(
        Kind kind,
        UUID part,
        Home home,
        @Nullable Words before,
        @Nullable Words after,
        String reason,
        int version,
        boolean undone) {

    /** One cell or the number. @param column from 0; -1 for the number */
    record Difference(int column, String before, String after) {}

    PartChange {
        if ((kind == Kind.ADD) != (before == null) || (kind == Kind.DROP) != (after == null))
            throw new IllegalArgumentException(
                    "a change of kind %s with before %s and after %s".formatted(kind, before != null, after != null));
    }

    /** By what it is spoken of: as it stands where there is such a thing, else as it is to be. */
    Words named() {
        return before == null ? wanted() : before;
    }

    Words wanted() {
        return Objects.requireNonNull(after);
    }

    /** "I.1.a)", "Phụ lục I". */
    String label() {
        return PlanPart.label(home, named().number());
    }

    PartChange version(int number, boolean takenBack) {
        return new PartChange(kind, part, home, before, after, reason, number, takenBack);
    }

    /** @param last what the last amendment in force did to it; null when none did, and then it says what was issued */
    Overtaken overtaken(@Nullable InForce last) {
        if (kind == Kind.ADD || last == null) return Overtaken.NOTHING;
        var now = last.change().after();
        if (now == null) return Overtaken.GONE;
        return now.equals(before) ? Overtaken.NOTHING : Overtaken.CHANGED;
    }

    static List<Difference> differences(Words before, Words after) {
        var differences = new ArrayList<Difference>();
        if (!Objects.equals(before.number(), after.number()))
            differences.add(new Difference(-1, orEmpty(before.number()), orEmpty(after.number())));
        for (int i = 0; i < Math.max(before.cells().size(), after.cells().size()); i++) {
            String old = cell(before, i);
            String now = cell(after, i);
            if (!old.equals(now)) differences.add(new Difference(i, old, now));
        }
        return differences;
    }

    static String cell(Words words, int column) {
        return column < words.cells().size() ? words.cells().get(column) : "";
    }

    /** What the amendment changes stays changed, the rest says what it says now. */
    Words merged(Words now) {
        var old = Objects.requireNonNull(before);
        var cells = new ArrayList<String>();
        for (int i = 0; i < Math.max(now.cells().size(), wanted().cells().size()); i++)
            cells.add(cell(old, i).equals(cell(wanted(), i)) ? cell(now, i) : cell(wanted(), i));
        return new Words(Objects.equals(old.number(), wanted().number()) ? now.number() : wanted().number(), cells);
    }

    private static String orEmpty(@Nullable String words) {
        return words == null ? "" : words;
    }

    /** A change in force. */
    record InForce(PartChange change, DocumentId document, String numberAndSymbol, LocalDate on) {}
}
