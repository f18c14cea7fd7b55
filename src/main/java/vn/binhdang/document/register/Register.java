package vn.binhdang.document.register;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.document.DocumentLists;
import vn.binhdang.document.DocumentState;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.SearchWords;

/** Reads the register of an agency's outgoing documents. */
@Component("outgoingRegister")
class Register {
    static final int PAGE = 50;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private static final String COLUMNS = """
        select d.id, d.kind, d.state, d.number, d.symbol, d.issued_on, d.subject,
               d.head ->> 'documentType' as type, d.head -> 'signature' ->> 'name' as signer,
               (select s.reason from document_step s
                where  s.document_id = d.id and d.state = 'SENT_BACK' order by s.no desc limit 1) as sent_back_for,
               coalesce(d.issued_on, date '9999-12-31') as key_day, coalesce(d.number, 2147483647) as key_number
        from   outgoing_document d
        """;
    private static final String ORDER =
            " order by coalesce(d.issued_on, date '9999-12-31') desc, coalesce(d.number, 2147483647) desc, d.id desc ";

    private static final RowMapper<RegisterEntry> ENTRY = (rs, i) -> new RegisterEntry(
            rs.getObject("id", UUID.class),
            DocumentKind.valueOf(rs.getString("kind")),
            DocumentState.valueOf(rs.getString("state")),
            rs.getObject("number") == null ? "" : "%02d/%s".formatted(rs.getInt("number"), rs.getString("symbol")),
            day(rs.getObject("issued_on", LocalDate.class)),
            text(rs.getString("type")),
            rs.getString("subject"),
            text(rs.getString("signer")),
            rs.getString("sent_back_for"),
            new RegisterEntry.Key(
                    rs.getObject("key_day", LocalDate.class), rs.getInt("key_number"), rs.getObject("id", UUID.class)));

    private final JdbcClient jdbc;

    Register(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Up to {@link #PAGE} entries after a key, and one more if there are more. */
    List<RegisterEntry> find(Actor actor, RegisterFilter filter, RegisterEntry.Key after) {
        return jdbc.sql(COLUMNS + " where " + OutgoingDocuments.VISIBLE + """
                        and  (coalesce(d.issued_on, date '9999-12-31'), coalesce(d.number, 2147483647), d.id) < (:day, :number, :id)
                        and  (cast(:year as int) is null or coalesce(cast(extract(year from d.issued_on) as int), d.year) = :year)
                        and  (cast(:kind as text) is null or d.kind = :kind)
                        and  (cast(:state as text) is null or d.state = :state)
                        """ + " and " + DocumentLists.HAS_WORDS
                        + ORDER
                        + "limit :limit")
                .params(OutgoingDocuments.visibleTo(actor))
                .param("day", after.day())
                .param("number", after.number())
                .param("id", after.id())
                .param("year", filter.year())
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("words", SearchWords.patterns(filter.words()))
                .param("limit", PAGE + 1)
                .query(ENTRY)
                .list();
    }

    /** Documents in some states, those that wait longest first. */
    List<RegisterEntry> waiting(Actor actor, Set<DocumentState> states) {
        if (states.isEmpty()) return List.of();
        return jdbc.sql(COLUMNS + " where " + OutgoingDocuments.VISIBLE
                        + " and d.state in (:states) order by d.changed_at, d.id limit 100")
                .params(OutgoingDocuments.visibleTo(actor))
                .param("states", states.stream().map(Enum::name).toList())
                .query(ENTRY)
                .list();
    }

    /** Years that occur, the latest first. */
    List<Integer> years(Actor actor) {
        return jdbc.sql("""
            select distinct coalesce(cast(extract(year from d.issued_on) as int), d.year) as y from outgoing_document d
            where
            """ + OutgoingDocuments.VISIBLE + " order by y desc")
                .params(OutgoingDocuments.visibleTo(actor))
                .query(Integer.class)
                .list();
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
