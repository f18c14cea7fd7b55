package vn.binhdang.plan.cascade;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.plan.PlanId;
import vn.binhdang.web.Text;

/** What is passed down, as a draft below cites it: type, number, day and subject of the superior's document. */
@Component
class Source {
    private final JdbcClient jdbc;

    Source(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static final String LETTER = "Công văn";

    /** @param day as printed; empty when the document has none */
    record Cited(String type, String number, String day, String issuer, String subject, int year) {
        /** "Kế hoạch số 15/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh … về …" */
        String words(Text t) {
            var words = new StringBuilder(type);
            if (!number.isEmpty()) words.append(' ').append(t.of("plan.cascade.draft.number", number));
            if (!day.isEmpty()) words.append(' ').append(t.of("plan.cascade.draft.day", day));
            if (!issuer.isEmpty()) words.append(' ').append(t.of("plan.cascade.draft.of", issuer));
            String about = subject.isEmpty() ? "" : Character.toLowerCase(subject.charAt(0)) + subject.substring(1);
            if (about.isEmpty()) return words.toString();
            // The subject of a letter follows "V/v" and begins with what is to be done.
            return words.append(' ')
                    .append(type.equals(LETTER) ? t.of("plan.cascade.draft.about", about) : about)
                    .toString();
        }
    }

    /**
     * A header printed in capitals is cited with the name of the unit that it spells. Issued here: number and day of the
     * issue. Brought in: those that were printed on it.
     */
    Cited of(PlanId plan) {
        return jdbc.sql("""
            select coalesce(d.head ->> 'documentType', i.reading -> 'document' ->> 'documentType', '') as type,
                   case when d.number is not null then printed_number(d.number) || '/' || d.symbol
                        else concat_ws('/', i.reading -> 'document' ->> 'number', i.reading -> 'document' ->> 'symbol')
                        end as number,
                   coalesce(to_char(d.issued_on, 'DD/MM/YYYY'),
                            case when i.reading #>> '{document,date,day}' is not null then
                                lpad(i.reading #>> '{document,date,day}', 2, '0') || '/' ||
                                lpad(i.reading #>> '{document,date,month}', 2, '0') || '/' ||
                                (i.reading #>> '{document,date,year}') end, '') as day,
                   coalesce((select n.name from unit_name n
                              where  fold(n.name) = fold(d.head ->> 'issuingAgency')
                              and    upper(n.name) = d.head ->> 'issuingAgency'
                              order  by n.valid_from desc limit 1), d.head ->> 'issuingAgency', '') as issuer, d.subject, d.year
            from   plan p
            join   outgoing_document d on d.id = p.id
            left   join plan_import i on i.id = p.import_id
            where  p.id = :plan
            """)
                .param("plan", plan.value())
                .query((rs, i) -> new Cited(
                        rs.getString("type"),
                        text(rs.getString("number")),
                        rs.getString("day"),
                        rs.getString("issuer"),
                        rs.getString("subject"),
                        rs.getInt("year")))
                .single();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
