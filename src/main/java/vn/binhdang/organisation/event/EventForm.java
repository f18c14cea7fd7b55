package vn.binhdang.organisation.event;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was typed about an event. Units are named in words ("Phòng Tổ chức (Sở Nội vụ)"), so the form needs no script; those
 * the form was opened for come with their id.
 *
 * @param unit names of the units it happens to
 * @param target what they are merged into, moved under, or who takes a function over
 * @param below FOLLOW or END
 * @param part names of the parts of a split
 * @param partKind NEW, EXISTING or SELF for each part
 * @param taker those who take over functions of a dissolved unit, each with a function
 */
public record EventForm(
        @Nullable String kind,
        @Nullable String on,
        @Nullable String legalBasis,
        @Nullable String source,
        @Nullable String note,
        @Nullable String verified,
        @Nullable String corrects,
        @Nullable List<String> unit,
        @Nullable String target,
        @Nullable String below,
        @Nullable String function,
        @Nullable String newKind,
        @Nullable String newName,
        @Nullable String newShort,
        @Nullable String newAbbreviation,
        @Nullable String newParent,
        @Nullable List<String> part,
        @Nullable List<String> partKind,
        @Nullable List<String> partShare,
        @Nullable List<String> taker,
        @Nullable List<String> takerFunction) {

    public static final int ROWS = 4;

    public String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /** The typed rows and empty ones to type more; at least a few of them. */
    public List<String> rows(@Nullable List<String> typed) {
        var rows = new ArrayList<String>();
        if (typed != null) for (String row : typed) rows.add(row == null ? "" : row.strip());
        while (rows.size() < ROWS) rows.add("");
        return rows;
    }

    /** One row more than are filled, so that one can always go on. */
    public List<String> unitRows() {
        var rows = new ArrayList<>(filled(unit));
        int wanted = Math.max(rows.size() + 1, 3);
        while (rows.size() < wanted) rows.add("");
        return rows;
    }

    public String row(@Nullable List<String> typed, int i) {
        return typed == null || i >= typed.size() || typed.get(i) == null
                ? ""
                : typed.get(i).strip();
    }

    static List<String> filled(@Nullable List<String> typed) {
        if (typed == null) return List.of();
        return typed.stream()
                .filter(row -> row != null && !row.isBlank())
                .map(String::strip)
                .toList();
    }

    static EventForm about(
            EventKind kind,
            String on,
            List<String> unit,
            @Nullable String corrects,
            @Nullable String parent,
            @Nullable Naming naming) {
        return new EventForm(
                kind.word(),
                on,
                null,
                null,
                null,
                null,
                corrects,
                unit,
                null,
                Below.FOLLOW.name(),
                null,
                naming == null ? null : naming.kind().name(),
                kind == EventKind.RENAME && naming != null ? naming.name() : null,
                kind == EventKind.RENAME && naming != null ? naming.shortName() : null,
                kind == EventKind.RENAME && naming != null ? naming.symbolAbbreviation() : null,
                parent,
                null,
                null,
                null,
                null,
                null);
    }
}
