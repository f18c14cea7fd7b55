package vn.binhdang.reporting.compilation;

import java.util.ArrayList;
import java.util.List;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Block;
import vn.binhdang.document.Block.Kind;
import vn.binhdang.document.Finding;
import vn.binhdang.document.Finding.Severity;

/** What is still to be written in a report before it can go out. */
final class ReportGaps {
    private ReportGaps() {}

    static List<Finding> of(AdministrativeDocument content) {
        var findings = new ArrayList<Finding>();
        if (content.addressees().stream().allMatch(String::isBlank))
            findings.add(Finding.of(Severity.ERROR, "reporting.obstacle.noAddressee", null));
        for (String heading : emptyHeadings(content.body()))
            findings.add(Finding.of(Severity.WARNING, "reporting.obstacle.emptySection", null, heading));
        long asked = content.body().stream()
                .filter(block -> block.text().contains(OutlookPart.ASK))
                .count();
        if (asked > 0)
            findings.add(Finding.of(
                    Severity.WARNING, "reporting.obstacle.asked", null, String.valueOf(asked), OutlookPart.ASK));
        return findings;
    }

    /** Headings with neither text nor a heading of their own below them, as printed. */
    static List<String> emptyHeadings(List<Block> body) {
        var empty = new ArrayList<String>();
        for (int i = 0; i < body.size(); i++) {
            int rank = rank(body.get(i));
            if (rank > 0 && nothingBelow(body, i, rank)) {
                String number = body.get(i).number();
                empty.add((number == null ? "" : number + " ") + body.get(i).text());
            }
        }
        return empty;
    }

    private static boolean nothingBelow(List<Block> body, int heading, int rank) {
        for (int i = heading + 1; i < body.size(); i++) {
            var block = body.get(i);
            if (rank(block) > 0) return rank(block) <= rank;
            boolean closing = i == body.size() - 1 && block.text().strip().endsWith("./.");
            if (closing) return true;
            if (block.kind() == Kind.TABLE || !block.text().isBlank()) return false;
        }
        return true;
    }

    /** 1 for "I.", 2 for "1.", 3 for "a)"; 0 for what is no heading. */
    private static int rank(Block block) {
        return switch (block.kind()) {
            case DIVISION, SECTION -> 1;
            case HEADING ->
                block.number() != null && Character.isLetter(block.number().charAt(0)) ? 3 : 2;
            case ITEM, PARAGRAPH, TABLE -> 0;
        };
    }
}
