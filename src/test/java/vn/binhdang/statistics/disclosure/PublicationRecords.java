package vn.binhdang.statistics.disclosure;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Uuid7;

/** A publication of an agency without cells, for the walk. */
public final class PublicationRecords {
    private PublicationRecords() {}

    public static Map<String, String> make(JdbcClient jdbc, Actor by, boolean published) {
        var id = Uuid7.create();
        jdbc.sql("""
            insert into stat_publication (id, agency_id, title, elements, periods, method, threshold, state, layout, tables,
                    outcomes, proof, shown, small, others, made_at, made_by, published_at)
            values (:id, :agency, 'Số liệu năm', '{}', '{}', 'WITHHOLD', 4, :state,
                    '{"elements": [], "periods": [], "units": [], "categories": [], "blanks": {}, "amended": 0}',
                    '{"cells": [], "relations": []}', '{"cells": {}}',
                    jsonb_build_object('inputs', cast(:inputs as text), 'cells', 0, 'relations', 0, 'solver', 'ojAlgo',
                        'method', 'exact', 'loss', 0, 'bound', 0, 'seed', 1, 'base', 0, 'distance', 0,
                        'intervals', jsonb_build_object(), 'changes', jsonb_build_array()),
                    0, 0, 0, now(), :by, case when :state = 'PUBLISHED' then now() end)
            """)
                .param("id", id)
                .param("state", published ? "PUBLISHED" : "PREPARED")
                .param("agency", by.agency().value())
                .param("inputs", new Tables(List.of(), List.of()).sha256())
                .param("by", by.account().value())
                .update();
        return Map.of("publication", id.toString());
    }
}
