package vn.binhdang.execution.oversight;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who carries out each kind, on what legal basis and in which documents, on a day: rows with source, not constants. */
@Component
class OversightLaw {
    private final JdbcClient jdbc;

    OversightLaw(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param caution what whoever decides has to look at first; null: nothing
     * @param verified whether all of it was read in a source
     */
    record Form(
            OversightKind kind,
            String carriedOutBy,
            String subjects,
            String decisionType,
            String decisionSymbol,
            String conclusionType,
            String conclusionSymbol,
            @Nullable String caution,
            String source,
            boolean verified) {}

    /** @param verified only then it is written into a document by itself */
    record Basis(OversightKind kind, String title, String source, boolean verified) {}

    Form form(OversightKind kind, LocalDate day) {
        return jdbc.sql("""
            select * from oversight_form
            where  kind = :kind and valid_from <= :day and (valid_to is null or :day < valid_to)
            """)
                .param("kind", kind.name())
                .param("day", day)
                .query(Form.class)
                .single();
    }

    List<Basis> bases(OversightKind kind, LocalDate day) {
        return jdbc.sql("""
            select kind, title, source, verified from oversight_basis
            where  kind = :kind and valid_from <= :day and (valid_to is null or :day < valid_to)
            order  by position
            """)
                .param("kind", kind.name())
                .param("day", day)
                .query(Basis.class)
                .list();
    }
}
