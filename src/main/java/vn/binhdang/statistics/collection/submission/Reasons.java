package vn.binhdang.statistics.collection.submission;

import vn.binhdang.web.Text;

/** Why something came back or is amended: said in words, and not at too great a length. */
final class Reasons {
    static final int LONGEST = 2_000;
    static final int LONGEST_REMARK = 1_000;

    private Reasons() {}

    /** What is to be done about a reason that was typed; empty when it will do. */
    static String mistake(String reason, Text t) {
        if (reason.isBlank()) return t.of("statistics.collection.reason.missing");
        return reason.strip().length() > LONGEST ? t.of("statistics.collection.reason.long", LONGEST) : "";
    }

    static String remarkMistake(String words, Text t) {
        if (words.isBlank()) return t.of("statistics.collection.remark.noWords");
        return words.strip().length() > LONGEST_REMARK ? t.of("statistics.collection.reason.long", LONGEST_REMARK) : "";
    }
}
