package vn.binhdang.statistics.disclosure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cells by key and relations, while a publication is put together. */
record Gathered(Rules rules, Map<String, TableCell> cells, Map<String, Relation> relations) {
    Gathered(Rules rules) {
        this(rules, new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    void relate(Relation relation) {
        relations.putIfAbsent(relation.factors().toString(), relation);
    }

    Tables tables() {
        return new Tables(List.copyOf(cells.values()), List.copyOf(relations.values()));
    }
}
