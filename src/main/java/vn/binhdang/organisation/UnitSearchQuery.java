package vn.binhdang.organisation;

import java.sql.Types;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.kernel.SearchWords;

/** Finds units by words: through the trigram index when there are some, along the order of names when there are none. */
final class UnitSearchQuery {
    private UnitSearchQuery() {}

    static JdbcClient.StatementSpec on(JdbcClient jdbc, UnitSearch search) {
        var sql = new StringBuilder("""
            select n.unit_id as id, n.kind, n.name, n.short_name, n.symbol_abbreviation
            from   unit_name n
            where  n.valid_from <= :day and (n.valid_to is null or :day < n.valid_to)
            """);
        var patterns = SearchWords.patterns(search.words());
        if (patterns.length > 0) {
            sql.append("""
                and n.unit_id in (
                    select a.unit_id from unit_alias a where fold(a.alias) = fold(:whole)
                    and    a.valid_from <= :day and (a.valid_to is null or :day < a.valid_to)
                    union all
                    select c.unit_id from unit_code c where c.code = upper(:whole)
                    and    c.valid_from <= :day and (c.valid_to is null or :day < c.valid_to)
                    union all
                    select m.unit_id from unit_name m where m.valid_from <= :day and (m.valid_to is null or :day < m.valid_to)
                """);
            for (int i = 0; i < patterns.length; i++)
                sql.append("and unit_words(m.name, m.short_name, m.symbol_abbreviation) like fold(:word%d)%n"
                        .formatted(i));
            sql.append(")\n");
        }
        if (search.kind() != null) sql.append("and n.kind = :kind\n");
        if (search.within() != null) sql.append(below("w.ancestor_id = :within"));
        if (search.reach() != null)
            sql.append("and (n.unit_id = any (:only) or true ")
                    .append(below("w.ancestor_id = any (:whole_reach)"))
                    .append(")\n");
        if (search.after() != null)
            sql.append("and (n.name collate vietnamese, n.unit_id) > (:afterName collate vietnamese, :afterId)\n");
        sql.append("order by n.name collate vietnamese, n.unit_id limit :limit");

        var statement = jdbc.sql(sql.toString()).param("day", search.day()).param("limit", search.limit());
        for (int i = 0; i < patterns.length; i++) statement = statement.param("word" + i, patterns[i]);
        if (patterns.length > 0) statement = statement.param("whole", search.words());
        if (search.kind() != null)
            statement = statement.param("kind", search.kind().name());
        if (search.within() != null)
            statement = statement.param("within", search.within().value());
        if (search.reach() != null)
            statement = statement
                    .param("only", search.reach().onlyIds())
                    .param("whole_reach", search.reach().wholeIds());
        if (search.after() != null)
            statement = statement
                    .param("afterName", search.after().name(), Types.VARCHAR)
                    .param("afterId", search.after().unit().value());
        return statement;
    }

    private static String below(String ancestor) {
        return "and exists (select 1 from unit_within w where w.unit_id = n.unit_id and " + ancestor
                + " and w.valid_from <= :day and :day < w.valid_to)\n";
    }
}
