package vn.binhdang.access.accounts;

import java.time.LocalDate;
import java.util.Map;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;

/** The part of each query that says which accounts and which given roles somebody may see or change. */
public final class AccountScope {
    /**
     * Accounts {@code a} of the own units: opened there, holding a role there, or of a person who is looked for there
     * today.
     */
    public static final String ACCOUNTS = """
        (a.agency_id = any (:whole) or in_reach(a.unit_id, :whole, :only, :today)
         or exists (select 1 from role_grant s where s.account_id = a.id
                    and (s.agency_id = any (:whole) or in_reach(s.scope_id, :whole, :only, :today)))
         or exists (select 1 from office_held o where o.person_id = a.person_id and o.valid_from <= :today
                    and (o.valid_to is null or :today < o.valid_to)
                    and in_reach(o.unit_id, :whole, :only, :today)))\
        """;

    /** Roles {@code g} given for the own agencies and units. */
    static final String GRANTS = " (g.agency_id = any (:whole) or in_reach(g.scope_id, :whole, :only, :today)) ";

    private AccountScope() {}

    public static Map<String, Object> of(Actor actor, Action action, LocalDate today) {
        var reach = actor.reach(action);
        return Map.of("whole", reach.wholeIds(), "only", reach.onlyIds(), "today", today);
    }
}
