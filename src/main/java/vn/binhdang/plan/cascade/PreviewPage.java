package vn.binhdang.plan.cascade;

import java.util.List;

/**
 * What will happen, before it happens.
 * @param changed the units changed since the last preview, so that it is shown again
 * @param kinds "99 × Xã", the largest first
 * @param places the addressees by the unit above them
 * @param hidden the choice, handed on as it was made
 */
public record PreviewPage(
        String address,
        String title,
        boolean changed,
        int count,
        String lead,
        String already,
        String replyBy,
        boolean follow,
        List<String> clauses,
        List<String> kinds,
        List<Place> places,
        List<Field> hidden,
        boolean mayGroup) {

    public record Place(String name, int size, boolean open, List<String> units) {}

    public record Field(String name, String value) {}
}
