package vn.binhdang.document.issuing;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.kernel.UnitId;

/**
 * Numbers of issued documents: one series per agency and year from 01 on 1 January, unless the head ruled a series of
 * its own for a type (Decree 30/2020 article 15). A number is taken in the transaction that issues, so one that fails
 * leaves no hole; and it is never given again, whatever becomes of its document.
 */
@Component
public class NumberSeries {
    /** The series that all types share. */
    static final String COMMON = "";

    private final JdbcClient jdbc;

    NumberSeries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param documentType as printed ("Kế hoạch"); null for a document without a type name */
    String seriesFor(UnitId agency, @Nullable String documentType, LocalDate day) {
        if (documentType == null) return COMMON;
        return jdbc.sql("""
            select series from number_series_rule
            where  agency_id = :agency and lower(document_type) = lower(:type)
              and  valid_from <= :day and (valid_to is null or :day < valid_to)
            """)
                .param("agency", agency.value())
                .param("type", documentType.strip())
                .param("day", day)
                .query(String.class)
                .optional()
                .orElse(COMMON);
    }

    /** Locks the series until the transaction ends and takes its next number; others who issue wait here. */
    @Transactional(propagation = Propagation.MANDATORY)
    int take(UnitId agency, int year, String series) {
        jdbc.sql("insert into number_series values (:agency, :year, :series, 0) on conflict do nothing")
                .param("agency", agency.value())
                .param("year", year)
                .param("series", series)
                .update();
        return jdbc.sql("""
            update number_series set last_number = last_number + 1
            where  agency_id = :agency and year = :year and series = :series
            returning last_number
            """)
                .param("agency", agency.value())
                .param("year", year)
                .param("series", series)
                .query(Integer.class)
                .single();
    }

    /**
     * The series of a type with the number that would be given now. Shown, not promised: who issues first has it.
     * @param lastDay the day of its last number, of whatever year; null while it is empty
     */
    record Offered(String series, int number, @Nullable LocalDate lastDay) {}

    Offered offered(UnitId agency, @Nullable String documentType, LocalDate day) {
        return jdbc.sql("""
            select r.series,
                   coalesce((select n.last_number from number_series n
                             where  n.agency_id = :agency and n.year = :year and n.series = r.series), 0) + 1 as number,
                   (select d.issued_on from outgoing_document d
                    where  d.agency_id = :agency and d.series = r.series and d.issued_on is not null
                    order  by d.issued_on desc limit 1) as last_day
            from  (select coalesce((select r.series from number_series_rule r
                                    where  r.agency_id = :agency and lower(r.document_type) = lower(:type)
                                      and  r.valid_from <= :day and (r.valid_to is null or :day < r.valid_to)),
                                   :common) as series) r
            """)
                .param("agency", agency.value())
                .param("type", documentType == null ? null : documentType.strip(), Types.VARCHAR)
                .param("day", day)
                .param("year", day.getYear())
                .param("common", COMMON)
                .query(Offered.class)
                .single();
    }

    /** The day of the last number of a series, of whatever year. */
    Optional<LocalDate> lastDay(UnitId agency, String series) {
        return jdbc.sql("""
            select issued_on from outgoing_document
            where  agency_id = :agency and series = :series and issued_on is not null
            order  by issued_on desc limit 1
            """)
                .param("agency", agency.value())
                .param("series", series)
                .query(LocalDate.class)
                .optional();
    }
}
