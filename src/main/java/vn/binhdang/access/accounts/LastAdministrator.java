package vn.binhdang.access.accounts;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;

/** An agency without anybody who may give roles could never again change anything: the last one stays. */
@Component
class LastAdministrator {
    private final JdbcClient jdbc;

    LastAdministrator(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two administrators who take the role from each other at once act one after another from here on. */
    @Transactional(propagation = Propagation.MANDATORY)
    void hold(UnitId agency) {
        jdbc.sql("""
            select id from role_grant where agency_id = :agency and role = 'SYSTEM_ADMINISTRATOR' order by id for update
            """).param("agency", agency.value()).query(UUID.class).list();
    }

    /** Whether the account was ever given the role. */
    boolean isOne(AccountId account) {
        return jdbc.sql("""
            select exists (select 1 from role_grant where account_id = :account and role = 'SYSTEM_ADMINISTRATOR')
            """)
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * To be asked after the change, in its transaction.
     * @throws Refused when nobody is left who holds the role for the whole agency without an end
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void mustRemain(UnitId agency, LocalDate today) {
        boolean remains = jdbc.sql("""
            select exists (
                select 1 from role_grant g join account a on a.id = g.account_id
                where  g.agency_id = :agency and g.role = 'SYSTEM_ADMINISTRATOR' and g.scope_id = :agency
                and    g.with_below and g.valid_from <= :today and g.valid_to is null and a.closed_at is null)
            """)
                .param("agency", agency.value())
                .param("today", today)
                .query(Boolean.class)
                .single();
        if (!remains) throw new Refused("access.account.lastAdministrator");
    }
}
