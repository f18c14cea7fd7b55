package vn.binhdang.statistics.exchange.format;

/**
 * What is to be known of one cell, in the codes of the SDMX code list of observation statuses (CL_OBS_STATUS). Why a cell was
 * suppressed, for its own sake or to protect another, is never told: that difference is what an attacker looks for.
 */
public enum Status {
    NORMAL('A', true, "normal"),
    PROVISIONAL('P', true, "provisional"),
    /** Shared out between the successors of a unit that was split, or otherwise computed from a part. */
    ESTIMATED('E', true, "estimated"),
    LOW_RELIABILITY('U', true, "lowReliability"),
    NOT_REPORTED('L', false, "notReported"),
    NOT_APPLICABLE('M', false, "notApplicable"),
    /** The formula has no result: nobody in the denominator, or a part of it is missing. */
    NO_VALUE('O', false, "noValue"),
    SUPPRESSED('Q', false, "suppressed");

    private final char code;
    private final boolean valued;
    private final String word;

    Status(char code, boolean valued, String word) {
        this.code = code;
        this.valued = valued;
        this.word = word;
    }

    public String code() {
        return String.valueOf(code);
    }

    public boolean valued() {
        return valued;
    }

    public Label label() {
        return Words.label("status." + word);
    }
}
