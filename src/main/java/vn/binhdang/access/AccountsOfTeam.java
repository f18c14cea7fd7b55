package vn.binhdang.access;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.PersonId;

/** The accounts of people who were named as people: members of a team, to be told something. */
@Component
public class AccountsOfTeam {
    private final JdbcClient jdbc;

    AccountsOfTeam(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Open accounts only; who has none is not told. */
    public Set<AccountId> of(Collection<PersonId> people) {
        if (people.isEmpty()) return Set.of();
        return jdbc
                .sql("select id from account where person_id = any (:people) and closed_at is null")
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .stream()
                .map(AccountId::new)
                .collect(Collectors.toSet());
    }
}
