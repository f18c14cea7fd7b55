package vn.binhdang.execution.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file or a link that is kept as evidence of something; where it belongs is for the table it stands in.
 * @param photo there is a small copy to show
 */
public record KeptEvidence(UUID id, @Nullable EvidenceLink link, String title, OffsetDateTime addedAt, boolean photo) {
    /** The columns that {@link #of} reads of a table e of evidence, joined with {@link #FROM_PHOTOS}. */
    public static final String COLUMNS =
            "e.id, e.link_address, e.link_dated, e.title, e.added_at, p.file_id is not null as photo";

    public static final String FROM_PHOTOS = "left join evidence_photo p on p.file_id = e.file_id";

    public static KeptEvidence of(ResultSet rs) throws SQLException {
        String title = rs.getString("title");
        return new KeptEvidence(
                rs.getObject("id", UUID.class),
                link(rs.getString("link_address"), title, rs.getObject("link_dated", LocalDate.class)),
                title,
                rs.getObject("added_at", OffsetDateTime.class),
                rs.getBoolean("photo"));
    }

    private static @Nullable EvidenceLink link(@Nullable String address, String title, @Nullable LocalDate dated) {
        return address == null || dated == null ? null : new EvidenceLink(address, title, dated);
    }

    /**
     * One piece of what was {@link Brought}, its file stored already.
     * @param file null for a link
     */
    public record Fresh(@Nullable UUID file, @Nullable EvidenceLink link, String title) {
        /** For the columns file_id, link_address, link_dated and title. */
        public Map<String, @Nullable Object> parameters() {
            var parameters = new HashMap<String, @Nullable Object>();
            parameters.put("file", file);
            parameters.put("address", link == null ? null : link.address());
            parameters.put("dated", link == null ? null : link.dated());
            parameters.put("title", title);
            return parameters;
        }
    }
}
