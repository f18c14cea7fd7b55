package vn.binhdang.access.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.SearchWords;

/** Finds accounts, and people of the register who have none yet. */
@Component
class AccountRows {
    static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param roles words of the roles held today, for the list */
    record Line(
            UUID id,
            String familyName,
            String givenName,
            String username,
            boolean closed,
            @Nullable String roles) {
        String key() {
            return givenName + "\u001f" + familyName + "\u001f" + id;
        }
    }

    /**
     * Accounts within reach by given name, one more than a page if there are more.
     * @param words each must occur in name or user name, whatever the case and diacritics
     * @param after key of the last line before; empty for the first page
     */
    List<Line> search(Actor actor, String words, @Nullable Boolean closed, String after) {
        var key = after.split("\u001f", -1);
        boolean first = key.length != 3;
        return jdbc.sql("""
            select a.id, p.family_name, p.given_name, a.username, a.closed_at is not null as closed,
                   (select string_agg(distinct g.role, ',') from role_grant g
                    where  g.account_id = a.id and g.valid_from <= :today and (g.valid_to is null or :today < g.valid_to)
                    and
            """ + AccountScope.GRANTS + """
                   ) as roles
            from   account a join person p on p.id = a.person_id
            where
            """ + AccountScope.ACCOUNTS + """
            and   (cast(:closed as boolean) is null or (a.closed_at is not null) = :closed)
            and   (select coalesce(bool_and(fold(concat_ws(' ', p.family_name, p.given_name, a.username)) like fold(word)), true)
                   from unnest(cast(:words as text[])) word)
            and   (:first or (p.given_name collate vietnamese, p.family_name collate vietnamese, cast(a.id as text))
                              > (cast(:given as text) collate vietnamese, cast(:family as text) collate vietnamese, :id))
            order  by p.given_name collate vietnamese, p.family_name collate vietnamese, cast(a.id as text)
            limit  :limit
            """)
                .params(AccountScope.of(actor, Action.READ_ACCOUNTS, today()))
                .param("closed", closed)
                .param("words", patterns(words))
                .param("first", first)
                .param("given", first ? "" : key[0])
                .param("family", first ? "" : key[1])
                .param("id", first ? "" : key[2])
                .param("limit", PAGE + 1)
                .query(Line.class)
                .list();
    }

    /** An account with its person. */
    record Account(
            AccountId id,
            PersonId person,
            String familyName,
            String givenName,
            String username,
            UUID agency,
            UUID unit,
            boolean closed) {
        String name() {
            return familyName + " " + givenName;
        }
    }

    /**
     * @param action READ_ACCOUNTS to look, CHANGE_ACCOUNTS to change
     * @throws NotVisible when it is absent or out of reach
     */
    Account find(Actor actor, AccountId id, Action action) {
        return jdbc.sql("""
            select a.id, a.person_id, p.family_name, p.given_name, a.username, a.agency_id, a.unit_id,
                   a.closed_at is not null as closed
            from   account a join person p on p.id = a.person_id
            where  a.id = :id and
            """ + AccountScope.ACCOUNTS)
                .param("id", id.value())
                .params(AccountScope.of(actor, action, today()))
                .query((rs, i) -> new Account(
                        id,
                        new PersonId(rs.getObject("person_id", UUID.class)),
                        rs.getString("family_name"),
                        rs.getString("given_name"),
                        rs.getString("username"),
                        rs.getObject("agency_id", UUID.class),
                        rs.getObject("unit_id", UUID.class),
                        rs.getBoolean("closed")))
                .optional()
                .orElseThrow(() -> new NotVisible("account " + id));
    }

    /** Holds the account's row until the transaction ends, so that two administrators act one after another. */
    void lock(AccountId id) {
        jdbc.sql("select 1 from account where id = :id for update")
                .param("id", id.value())
                .query(Integer.class)
                .optional();
    }

    /** @param account of the person, when there is one already */
    record Candidate(
            UUID person,
            String familyName,
            String givenName,
            UUID unit,
            String title,
            @Nullable UUID account) {
        String name() {
            return familyName + " " + givenName;
        }
    }

    /** People of the register with an office within reach today, by given name. */
    List<Candidate> people(Actor actor, String words, int limit) {
        return jdbc.sql(CANDIDATES + """
            and   (select coalesce(bool_and(fold(concat_ws(' ', p.family_name, p.given_name)) like fold(word)), true)
                   from unnest(cast(:words as text[])) word)
            order  by p.given_name collate vietnamese, p.family_name collate vietnamese, p.id
            limit  :limit
            """)
                .params(AccountScope.of(actor, Action.CHANGE_ACCOUNTS, today()))
                .param("words", patterns(words))
                .param("limit", limit)
                .query(Candidate.class)
                .list();
    }

    /** @throws NotVisible when the person is absent, or has no office within reach today */
    Candidate person(Actor actor, PersonId id) {
        return jdbc
                .sql(CANDIDATES + " and p.id = :id order by o.valid_from, o.id limit 1")
                .params(AccountScope.of(actor, Action.CHANGE_ACCOUNTS, today()))
                .param("id", id.value())
                .query(Candidate.class)
                .list()
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotVisible("person " + id));
    }

    private static final String CANDIDATES = """
        select p.id as person, p.family_name, p.given_name, o.unit_id as unit, o.title, a.id as account
        from   person p
        join   office_held o on o.person_id = p.id and o.valid_from <= :today
                            and (o.valid_to is null or :today < o.valid_to)
        left   join account a on a.person_id = p.id
        where  in_reach(o.unit_id, :whole, :only, :today)
        """;

    /** A user name that nobody has: given name and initials as people here know them, "anht" for Hoàng Thu An. */
    String proposedUsername(Candidate person) {
        var initials = new StringBuilder();
        for (String part : person.familyName().strip().split("\\s+"))
            if (!part.isEmpty()) initials.append(part.charAt(0));
        String wanted = plain(person.givenName().strip() + initials);
        if (wanted.length() < UsernameRule.SHORTEST) wanted = "ten" + wanted;
        for (int i = 1; ; i++) {
            String name = i == 1 ? wanted : wanted + i;
            if (owner(name).isEmpty()) return name;
        }
    }

    /** The account with this user name, in any case. */
    Optional<UUID> owner(String username) {
        return jdbc.sql("select id from account where lower(username) = lower(:name)")
                .param("name", username)
                .query(UUID.class)
                .optional();
    }

    private static String plain(String name) {
        return java.text.Normalizer.normalize(name.toLowerCase(Locale.ROOT), java.text.Normalizer.Form.NFD)
                .replace('đ', 'd')
                .replaceAll("[^a-z0-9]", "");
    }

    private static String[] patterns(String words) {
        return Arrays.stream(SearchWords.patterns(words)).limit(10).toArray(String[]::new);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
