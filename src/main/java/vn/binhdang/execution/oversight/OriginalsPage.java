package vn.binhdang.execution.oversight;

import java.util.List;

/** @param moreHref the older ones; empty when these are the last */
public record OriginalsPage(List<Photo> photos, String moreHref) {
    /** @param takenBack a word when it was; else empty */
    public record Photo(String action, String title, String subject, String unit, String when, String takenBack) {}
}
