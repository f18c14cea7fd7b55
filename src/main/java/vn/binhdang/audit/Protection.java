package vn.binhdang.audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How well the database keeps the running product from rewriting the record. */
@Component
public class Protection {
    static final String WEAK = """
        (has_table_privilege('audit_row', 'update') or has_table_privilege('audit_row', 'delete')
         or has_table_privilege('audit_row', 'truncate'))
        """;

    private final JdbcClient jdbc;

    Protection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * True where the product's account owns the record's tables: triggers refuse changes, but the account could remove
     * them. Chain and checkpoints still tell. Two accounts are better, see docs/operations.md.
     */
    public boolean weak() {
        return jdbc.sql("select " + WEAK).query(Boolean.class).single();
    }
}
