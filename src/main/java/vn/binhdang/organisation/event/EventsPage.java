package vn.binhdang.organisation.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.organisation.AsOf;

/** What happened to units up to a day, the latest first. */
public record EventsPage(
        AsOf asOf,
        String agency,
        boolean everywhere,
        List<EventLine> events,
        boolean first,
        @Nullable String next) {
    public List<AsOf.Field> carried() {
        return everywhere ? List.of(new AsOf.Field("where", "all")) : List.of();
    }
}
