package vn.binhdang.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.organisation.PersonInUse;

/** Whoever has, or ever had, an account stays in the register: histories name them. */
@Component
class AccountsOfPeople implements PersonInUse {
    private final JdbcClient jdbc;

    AccountsOfPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isInUse(PersonId person) {
        return jdbc.sql("select exists (select 1 from account where person_id = :person)")
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }
}
