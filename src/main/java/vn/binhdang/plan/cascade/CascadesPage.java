package vn.binhdang.plan.cascade;

import java.util.List;

/** What the agency passed down, the latest first. @param next address of the following page; empty on the last */
public record CascadesPage(List<Row> rows, List<Group> groups, boolean mayPass, String next) {
    public record Row(
            String href, String title, String passed, String stateMark, String state, String reach, String issued) {}

    /** @param delete address that deletes it */
    public record Group(String name, String units, String delete) {}
}
