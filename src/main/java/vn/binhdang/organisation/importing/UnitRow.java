package vn.binhdang.organisation.importing;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.CodeScheme;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.UnitKind;

/** A sound row of a table of units, and what becomes of it. */
final class UnitRow {
    final int number;
    final UnitKind kind;
    final String name;
    final @Nullable String shortName;
    final @Nullable String abbreviation;
    final LocalDate from;
    final Map<CodeScheme, String> codes;
    final Map<CodeScheme, String> parentCodes;
    final @Nullable String parentPath;

    /** Of a unit to be founded; of the one that is there, once it is recognised. */
    UnitId id = UnitId.create();

    private boolean recognised;

    /** Null while the unit is to be founded. */
    @Nullable
    Unit existing;

    /** Codes that the unit that is there has until now. */
    Map<CodeScheme, String> codesBefore = Map.of();

    /** In the same file. */
    @Nullable
    UnitRow parentRow;

    /** Already there. */
    @Nullable
    UnitId parentUnit;

    /** Where the unit that is there has been until now. */
    @Nullable
    UnitId parentBefore;

    /** The name of the parent, for the preview. */
    String place = "";

    UnitRow(
            int number,
            UnitKind kind,
            String name,
            @Nullable String shortName,
            @Nullable String abbreviation,
            LocalDate from,
            Map<CodeScheme, String> codes,
            Map<CodeScheme, String> parentCodes,
            @Nullable String parentPath) {
        this.number = number;
        this.kind = kind;
        this.name = name;
        this.shortName = shortName;
        this.abbreviation = abbreviation;
        this.from = from;
        this.codes = codes;
        this.parentCodes = parentCodes;
        this.parentPath = parentPath;
    }

    /** It is there already. */
    void recognised(UnitId unit) {
        id = unit;
        recognised = true;
    }

    boolean isRecognised() {
        return recognised;
    }

    /** The unit above when it is there already, in the file or not. */
    @Nullable
    UnitId parentUnitNow() {
        return parentRow == null ? parentUnit : parentRow.recognised ? parentRow.id : null;
    }

    boolean namesParent() {
        return !parentCodes.isEmpty() || parentPath != null;
    }

    /** The unit above, in the file or already there; null when none was found. */
    @Nullable
    UnitId parent() {
        return parentRow == null ? parentUnit : parentRow.id;
    }

    /** How many rows of the file are above it. */
    int depth() {
        int depth = 0;
        for (var row = parentRow; row != null; row = row.parentRow) depth++;
        return depth;
    }
}
