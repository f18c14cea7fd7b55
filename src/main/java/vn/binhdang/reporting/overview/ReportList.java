package vn.binhdang.reporting.overview;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.document.DocumentState;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.SearchWords;

/** Reads the list of reports, the latest window first. */
@Component
class ReportList {
    static final int PAGE = 30;

    private final JdbcClient jdbc;

    ReportList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param year and ordinal of the period; null for a window of its own */
    record Entry(
            UUID id,
            String period,
            @Nullable Integer year,
            @Nullable Integer ordinal,
            String label,
            LocalDate fromDay,
            LocalDate toDay,
            DocumentState state,
            @Nullable Integer number,
            @Nullable String symbol,
            String planSubject) {
        Key key() {
            return new Key(toDay, id);
        }
    }

    /** Where an entry stands in the list. */
    record Key(LocalDate to, UUID id) {
        static final Key TOP = new Key(LocalDate.of(9999, 12, 31), new UUID(-1L, -1L));

        String text() {
            return to + "_" + id;
        }

        /** The top for what is no key. */
        static Key of(@Nullable String text) {
            if (text == null) return TOP;
            String[] parts = text.split("_", 2);
            try {
                return parts.length == 2 ? new Key(LocalDate.parse(parts[0]), UUID.fromString(parts[1])) : TOP;
            } catch (DateTimeException | IllegalArgumentException e) {
                return TOP;
            }
        }
    }

    /** Up to {@link #PAGE} entries after a key, and one more if there are more. */
    List<Entry> find(Actor actor, ReportFilter filter, Key after) {
        return jdbc.sql("""
            select r.id, r.period, r.year, r.ordinal, r.label, r.from_day, r.to_day, d.state, d.number, d.symbol,
                   p.subject as plan_subject
            from   result_report r
            join   outgoing_document d on d.id = r.id
            join   outgoing_document p on p.id = r.plan_id
            where  r.agency_id = :agency and
            """ + OutgoingDocuments.VISIBLE + """
              and  (r.to_day, r.id) < (:to, :id)
              and  (cast(:year as int) is null or d.year = :year)
              and  (cast(:period as text) is null or r.period = :period)
              and  (cast(:state as text) is null or d.state = :state)
              and  (select coalesce(bool_and(fold(concat_ws(' ', r.label, d.subject, p.subject,
                                                  printed_number(d.number)
                                                      || '/' || d.symbol)) like fold(word)), true)
                    from unnest(cast(:words as text[])) word)
            order  by r.to_day desc, r.id desc
            limit  :limit
            """)
                .params(OutgoingDocuments.visibleTo(actor))
                .param("to", after.to())
                .param("id", after.id())
                .param("year", filter.year())
                .param("period", filter.period())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("words", SearchWords.patterns(filter.words()))
                .param("limit", PAGE + 1)
                .query(Entry.class)
                .list();
    }

    /** Years that occur, the latest first. */
    List<Integer> years(Actor actor) {
        return jdbc.sql("""
            select distinct d.year
            from   result_report r join outgoing_document d on d.id = r.id
            where
            """ + OutgoingDocuments.VISIBLE + " order by d.year desc")
                .params(OutgoingDocuments.visibleTo(actor))
                .query(Integer.class)
                .list();
    }
}
