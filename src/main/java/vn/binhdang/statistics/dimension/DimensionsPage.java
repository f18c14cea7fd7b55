package vn.binhdang.statistics.dimension;

import java.util.List;

/** All dimensions. */
public record DimensionsPage(List<Row> rows, boolean mayDefine, String done, TypedFields fields) {
    /** @param elements how many are told apart by it */
    public record Row(String code, String name, int elements, boolean retired) {}
}
