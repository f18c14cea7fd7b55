package vn.binhdang.statistics.collection.form;

import java.util.List;

/** @param mayDefine shows what leads to a new one */
public record FormsPage(List<Row> rows, boolean mayDefine) {
    /** @param asked of which kinds of units; empty for none yet */
    public record Row(String href, String code, String name, String kind, String standing, String mark, String asked) {}
}
