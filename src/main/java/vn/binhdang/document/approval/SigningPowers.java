package vn.binhdang.document.approval;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.People;

/** Collects who may sign for an agency on a day. */
@Component
public class SigningPowers {
    private final People people;
    private final Delegations delegations;
    private final JdbcClient jdbc;

    SigningPowers(People people, Delegations delegations, JdbcClient jdbc) {
        this.people = people;
        this.delegations = delegations;
        this.jdbc = jdbc;
    }

    public SigningPower on(UnitId agency, LocalDate day) {
        var collective = jdbc.sql("""
            select printed from signing_collective
            where  agency_id = :agency and valid_from <= :day and (valid_to is null or :day < valid_to)
            """)
                .param("agency", agency.value())
                .param("day", day)
                .query(String.class)
                .optional()
                .orElse(null);
        return new SigningPower(
                day,
                people.officesOf(agency, day),
                people.officesBelow(agency, day),
                delegations.of(agency),
                collective);
    }
}
