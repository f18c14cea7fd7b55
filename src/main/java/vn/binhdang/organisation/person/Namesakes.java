package vn.binhdang.organisation.person;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Reach;

/** Finds who may already be in the register under a name that is being entered, so that nobody stands there twice. */
@Component
public class Namesakes {
    private final JdbcClient jdbc;

    Namesakes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param unit where they sit, or sat last */
    public record Namesake(
            UUID id,
            String name,
            @Nullable Integer birthYear,
            @Nullable String staffCode,
            String unit) {}

    /** Whether somebody else in reach has this staff code. */
    boolean codeTaken(Reach reach, String code, PersonId self, LocalDate day) {
        return jdbc.sql("""
            select exists (select 1 from person p
                           where  fold(p.staff_code) = fold(:code) and p.id <> :self
                           and    person_in_reach(p.id, :whole, :only, :day))
            """)
                .param("code", code)
                .param("self", self.value())
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /**
     * The same name, however its letters are marked, and no other year of birth; or the same staff code. Only those in
     * reach are told of.
     */
    List<Namesake> of(Reach reach, PersonRecord.Identity identity, LocalDate day) {
        return jdbc.sql("""
            select p.id, p.family_name || ' ' || p.given_name as name, p.birth_year, p.staff_code,
                   coalesce((select n.name from office_held o join unit_name n on n.unit_id = o.unit_id
                             where  o.person_id = p.id and o.main
                             order  by o.valid_from desc, n.valid_from desc limit 1), '') as unit
            from   person p
            where  (fold(p.family_name || ' ' || p.given_name) = fold(:name)
                    and (cast(:year as int) is null or p.birth_year is null or p.birth_year = :year)
                    or  fold(p.staff_code) = fold(:code))
            and    person_in_reach(p.id, :whole, :only, :day)
            order  by p.birth_year, p.id
            limit  10
            """)
                .param("name", identity.fullName())
                .param("year", identity.birthYear())
                .param("code", identity.staffCode())
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .param("day", day)
                .query(Namesake.class)
                .list();
    }
}
