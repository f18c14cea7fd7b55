package vn.binhdang.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.web.Text;

/**
 * The history of one record in words, newest first and by the page: the template {@code audit.of-record} is the page. Who
 * may see the record is the question of whoever asks, before they ask.
 */
@Component
public class RecordHistory {
    private static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final RecordWords words;

    RecordHistory(JdbcClient jdbc, RecordWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    /**
     * A page of a history.
     * @param before where the page begins, for the way back to the top; null on the first
     * @param next where the page of older lines begins; null on the last
     */
    public record Lines(
            List<RecordLine> lines,
            @Nullable String before,
            @Nullable String next) {}

    /**
     * What changed, whichever agency's people did it. Who looked at it or was refused is for auditors only.
     * @param records the record, and others that tell of it
     * @param before {@link Lines#next} of the page before; what is not understood begins at the top
     */
    public Lines of(Collection<UUID> records, @Nullable String before, Text t) {
        return of(records, null, before, t);
    }

    /** Everything that people of an agency did with it: changes, refusals, readings, exports. */
    Lines whole(UnitId agency, UUID record, @Nullable String before, Text t) {
        return of(List.of(record), agency, before, t);
    }

    private Lines of(Collection<UUID> records, @Nullable UnitId agency, @Nullable String before, Text t) {
        var key = Key.read(before);
        var found = jdbc.sql(
                        """
                        select %s from audit_row
                        where  record_id = any (:records) and %s
                        and    (at, agency_id, no) < (:at, :chain, :no)
                        order  by at desc, agency_id desc, no desc
                        limit  :most
                        """.formatted(StoredRow.COLUMNS, agency == null ? "kind = 'CHANGE'" : "agency_id = :agency"))
                .param("records", records.toArray(UUID[]::new))
                .param("agency", agency == null ? null : agency.value())
                .param("at", OffsetDateTime.ofInstant(key.at, ZoneOffset.UTC))
                .param("chain", key.chain)
                .param("no", key.no)
                .param("most", PAGE + 1)
                .query((rs, i) -> StoredRow.of(rs))
                .list();
        boolean more = found.size() > PAGE;
        var rows = more ? found.subList(0, PAGE) : found;
        return new Lines(
                agency == null ? words.withoutIds(rows, t) : words.of(rows, t),
                key == Key.TOP ? null : before,
                more ? Key.of(rows.getLast()).text() : null);
    }

    /** Where a row stands among those of several chains. */
    private record Key(Instant at, UUID chain, long no) {
        static final Key TOP = new Key(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1), Long.MAX_VALUE);

        static Key of(StoredRow row) {
            return new Key(row.at(), row.agency(), row.no());
        }

        static Key read(@Nullable String text) {
            if (text == null) return TOP;
            try {
                var parts = text.split("_", 3);
                return new Key(Instant.parse(parts[0]), UUID.fromString(parts[1]), Long.parseLong(parts[2]));
            } catch (RuntimeException notOne) {
                return TOP;
            }
        }

        String text() {
            return at + "_" + chain + "_" + no;
        }
    }
}
