package vn.binhdang.statistics.collection;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Rank;
import vn.binhdang.organisation.StaffCount;
import vn.binhdang.organisation.StaffFigures;
import vn.binhdang.statistics.ComputedSource;

/** Staff and leaders by sex, as the register has them: a unit with all below it. */
@Component
class StaffCounted implements ComputedSource {
    private static final Map<String, Predicate<StaffCount.Cell>> COUNTED =
            Map.of("STAFF", _ -> true, "LEADERS", cell -> cell.rank() != Rank.MEMBER);

    private static final Map<String, BiPredicate<StaffCount.Cell, String>> DIMENSIONS = Map.of(
            "SEX", (cell, sex) -> cell.sex().name().equals(sex),
            "LEGAL_STATUS", (cell, status) -> cell.legalStatus().equals(status),
            "AGE_GROUP", (cell, group) -> cell.ageGroup().equals(group),
            "LEADER_POST", (cell, post) -> post(cell).equals(post));

    private final StaffFigures figures;

    StaffCounted(StaffFigures figures) {
        this.figures = figures;
    }

    @Override
    public Set<String> words() {
        return COUNTED.keySet();
    }

    @Override
    public String messageKey() {
        return "statistics.collection.source.register";
    }

    @Override
    public Map<UnitId, Map<Figure, Long>> values(Question question) {
        var values = new HashMap<UnitId, Map<Figure, Long>>();
        figures.ofEach(question.units(), question.day()).forEach((unit, count) -> {
            var ofUnit = new HashMap<Figure, Long>();
            for (var figure : question.asked())
                if (counted(figure) instanceof Predicate<StaffCount.Cell> which)
                    ofUnit.put(figure, (long) count.of(which).total());
            values.put(unit, ofUnit);
        });
        return values;
    }

    /** Null for a dimension that the register does not tell apart. */
    private static @org.jspecify.annotations.Nullable Predicate<StaffCount.Cell> counted(Figure figure) {
        var which = COUNTED.get(figure.word());
        if (which == null) return null;
        for (String pair : figure.combination().isEmpty()
                ? new String[0]
                : figure.combination().split(";")) {
            String[] parts = pair.split("=");
            var test = DIMENSIONS.get(parts[0]);
            if (test == null) return null;
            which = which.and(cell -> test.test(cell, parts[1]));
        }
        return which;
    }

    private static String post(StaffCount.Cell cell) {
        if (cell.rank() == Rank.DEPUTY_HEAD) return cell.own() ? "DEPUTY_OF_AGENCY" : "DEPUTY_OF_DIVISION";
        return cell.own() ? "HEAD_OF_AGENCY" : "HEAD_OF_DIVISION";
    }
}
