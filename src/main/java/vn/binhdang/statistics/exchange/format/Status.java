package vn.binhdang.statistics.exchange.format;

/**
 * What is to be known of one cell, in the codes of the SDMX code list of observation statuses (CL_OBS_STATUS). Why a cell was
 * suppressed, for its own sake or to protect another, is never told: that difference is what an attacker looks for.
 */
public enum Status {
    NORMAL('A', true, "Số liệu bình thường", "Normal value"),
    PROVISIONAL('P', true, "Số liệu sơ bộ", "Provisional value"),
    /** Shared out between the successors of a unit that was split, or otherwise computed from a part. */
    ESTIMATED('E', true, "Số liệu ước tính", "Estimated value"),
    LOW_RELIABILITY('U', true, "Độ tin cậy thấp", "Low reliability"),
    NOT_REPORTED('L', false, "Chưa báo cáo", "Missing value; data exist but were not collected"),
    NOT_APPLICABLE('M', false, "Không áp dụng", "Missing value; data cannot exist"),
    /** The formula has no result: nobody in the denominator, or a part of it is missing. */
    NO_VALUE('O', false, "Không tính được", "Missing value"),
    SUPPRESSED('Q', false, "Không công bố để bảo mật", "Missing value; suppressed");

    private final char code;
    private final boolean valued;
    private final Label label;

    Status(char code, boolean valued, String vi, String en) {
        this.code = code;
        this.valued = valued;
        this.label = Label.of(vi, en);
    }

    public String code() {
        return String.valueOf(code);
    }

    public boolean valued() {
        return valued;
    }

    public Label label() {
        return label;
    }
}
