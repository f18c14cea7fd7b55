package vn.binhdang.statistics.view;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** Names a dashboard that somebody made. */
public record DashboardId(UUID value) {
    static DashboardId create() {
        return new DashboardId(Uuid7.create());
    }

    /** Spring reads it from an address. */
    public static DashboardId of(String text) {
        return new DashboardId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
