package vn.binhdang.audit;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.web.Text;

/**
 * The history of one record in words, for the page of that record: the template {@code audit.history} prints it. Who may
 * see the record is the question of whoever asks.
 */
@Component
public class RecordHistory {
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final RecordWords words;

    RecordHistory(JdbcClient jdbc, RecordWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    /** What changed, newest first; the last 200. Who looked at it or was refused is for auditors only. */
    public List<RecordLine> of(UnitId agency, UUID record, Text t) {
        return of(agency, record, t, "kind = 'CHANGE'");
    }

    /** Everything: changes, refusals, readings, exports. */
    List<RecordLine> whole(UnitId agency, UUID record, Text t) {
        return of(agency, record, t, "true");
    }

    private List<RecordLine> of(UnitId agency, UUID record, Text t, String which) {
        return words.of(
                jdbc.sql("""
                    select %s from audit_row
                    where  record_id = :record and agency_id = :agency and %s
                    order  by no desc limit :most
                    """.formatted(StoredRow.COLUMNS, which))
                        .param("agency", agency.value())
                        .param("record", record)
                        .param("most", MOST)
                        .query((rs, i) -> StoredRow.of(rs))
                        .list(),
                t);
    }
}
