package vn.binhdang.organisation.figures;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.binhdang.organisation.AgeGroup;
import vn.binhdang.organisation.Rank;
import vn.binhdang.organisation.SexSplit;
import vn.binhdang.organisation.StaffCount;
import vn.binhdang.organisation.person.FactKind;
import vn.binhdang.web.Text;

/** Sums of a count under their words, in the order of the trade's tables; what is not kept stands last. */
final class FigureLines {
    private final StaffCount count;
    private final Text t;

    FigureLines(StaffCount count, Text t) {
        this.count = count;
        this.t = t;
    }

    /** Every value of a fact, also those nobody has. */
    Map<String, SexSplit> fact(FactKind kind) {
        var sums = count.by(cell -> switch (kind) {
            case LEGAL_STATUS -> cell.legalStatus();
            case GRADE -> cell.grade();
            case DEGREE -> cell.degree();
            default -> throw new IllegalArgumentException("not counted by " + kind);
        });
        var lines = new LinkedHashMap<String, SexSplit>();
        for (String value : kind.choices())
            lines.put(t.of(kind.messageKey(value)), sums.getOrDefault(value, SexSplit.NOBODY));
        unknown(lines, sums);
        return lines;
    }

    Map<String, SexSplit> ages() {
        var sums = count.by(StaffCount.Cell::ageGroup);
        var lines = new LinkedHashMap<String, SexSplit>();
        for (var group : AgeGroup.all()) lines.put(group.name(t), sums.getOrDefault(group.code(), SexSplit.NOBODY));
        unknown(lines, sums);
        return lines;
    }

    Map<String, SexSplit> leadership() {
        var lines = new LinkedHashMap<String, SexSplit>();
        lines.put(t.of("organisation.figures.keyLeaders"), count.of(StaffCount.Cell::keyLeader));
        for (var rank : Rank.values())
            lines.put(t.of("organisation.person.rank." + rank), count.of(cell -> cell.rank() == rank));
        return lines;
    }

    private void unknown(Map<String, SexSplit> lines, Map<String, SexSplit> sums) {
        var unknown = sums.get(StaffCount.UNKNOWN);
        if (unknown != null) lines.put(t.of("organisation.figures.unknown"), unknown);
    }

    List<FiguresPage.Line> print(Map<String, SexSplit> sums) {
        var lines = new ArrayList<FiguresPage.Line>();
        sums.forEach((label, split) -> lines.add(print(label, split)));
        return lines;
    }

    FiguresPage.Line print(String label, SexSplit split) {
        var whole = NumberFormat.getIntegerInstance(t.locale());
        var decimal = NumberFormat.getNumberInstance(t.locale());
        decimal.setMinimumFractionDigits(1);
        decimal.setMaximumFractionDigits(1);
        return new FiguresPage.Line(
                label,
                whole.format(split.total()),
                whole.format(split.women()),
                whole.format(split.men()),
                whole.format(split.unknown()),
                split.shareOfWomen().map(share -> decimal.format(share) + " %").orElse("–"));
    }
}
