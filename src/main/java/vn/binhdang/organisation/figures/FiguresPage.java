package vn.binhdang.organisation.figures;

import java.util.List;
import vn.binhdang.organisation.person.UnitChoices;

/**
 * @param unit id of the counted unit; empty when there is none in reach
 * @param unitWords the unit as it is typed where there are too many to choose from
 * @param on the day, as it stands in an address
 */
public record FiguresPage(
        String unit,
        String name,
        String on,
        String day,
        List<UnitChoices.Choice> units,
        String unitWords,
        Line total,
        List<Table> tables) {

    public record Table(String title, String first, List<Line> lines) {}

    /** Ready to print; the share is "–" when nobody is counted. */
    public record Line(String label, String total, String women, String men, String unknown, String share) {}

    public String query() {
        return "?unit=" + unit + "&on=" + on;
    }
}
