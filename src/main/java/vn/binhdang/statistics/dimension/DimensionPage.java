package vn.binhdang.statistics.dimension;

import java.util.List;

/**
 * One dimension with its categories.
 * @param retiredOn empty while it is in use
 * @param former what it was called, the latest first
 */
public record DimensionPage(
        String code,
        String name,
        String nameVi,
        String nameEn,
        int elements,
        String retiredOn,
        List<String> former,
        List<Category> categories,
        String today,
        boolean mayDefine,
        String done,
        TypedFields fields) {

    /** @param addedOn empty when it was there from the beginning */
    public record Category(
            String code,
            String name,
            String nameVi,
            String nameEn,
            boolean unknown,
            String addedOn,
            String retiredOn,
            List<String> former) {}
}
