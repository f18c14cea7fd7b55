package vn.binhdang.document.approval;

import java.time.LocalDate;
import java.util.ArrayList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Agencies;
import vn.binhdang.organisation.AgencyOnDay;

/** Collects who may sign for an agency on a day. */
@Component
public class SigningPowers {
    private final Agencies agencies;
    private final JdbcClient jdbc;

    SigningPowers(Agencies agencies, JdbcClient jdbc) {
        this.agencies = agencies;
        this.jdbc = jdbc;
    }

    public SigningPower on(UnitId agency, LocalDate day) {
        return of(agencies.on(agency, day));
    }

    public SigningPower of(AgencyOnDay agency) {
        return jdbc.sql("select c.printed as collective, " + Delegations.COLUMNS + """
            from  (select cast(:agency as uuid) as id) a
            left   join signing_collective c on c.agency_id = a.id
                        and c.valid_from <= :day and (c.valid_to is null or :day < c.valid_to)
            left   join signing_delegation d on d.agency_id = a.id
            order  by d.valid_from desc, d.id desc
            """)
                .param("agency", agency.id().value())
                .param("day", agency.day())
                .query(rs -> {
                    String collective = null;
                    var delegations = new ArrayList<Delegation>();
                    for (int row = 0; rs.next(); row++) {
                        collective = rs.getString("collective");
                        if (rs.getObject("id") != null) delegations.add(Delegations.row(rs, row));
                    }
                    return new SigningPower(
                            agency.day(), agency.offices(), agency.officesBelow(), delegations, collective);
                });
    }
}
