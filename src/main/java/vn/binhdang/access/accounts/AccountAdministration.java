package vn.binhdang.access.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.access.AccountNotices;
import vn.binhdang.access.Accounts;
import vn.binhdang.access.session.SignInEnd;
import vn.binhdang.access.session.SignIns;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.messaging.MailRecipients;

/** Opens accounts for people of the register, closes and opens them again. An account as such allows nothing. */
@Component
public class AccountAdministration {
    /** No sign-in has it, so none stays. */
    private static final UUID NONE = new UUID(0, 0);

    private final AccountRows rows;
    private final Accounts accounts;
    private final LastAdministrator lastAdministrator;
    private final SignIns signIns;
    private final AccountNotices notices;
    private final MailRecipients mail;
    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final Clock clock;

    AccountAdministration(
            AccountRows rows,
            Accounts accounts,
            LastAdministrator lastAdministrator,
            SignIns signIns,
            AccountNotices notices,
            MailRecipients mail,
            JdbcClient jdbc,
            PasswordEncoder passwords,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.lastAdministrator = lastAdministrator;
        this.signIns = signIns;
        this.notices = notices;
        this.mail = mail;
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param password for the first sign-in; shown once and kept nowhere */
    record Opened(AccountId account, String password) {}

    /**
     * @throws vn.binhdang.kernel.NotVisible when the person has no office within reach
     * @throws Refused when the user name does not fit or is taken, or the person has an account
     */
    @Transactional
    Opened open(Actor actor, PersonId person, String typed) {
        actor.must(Action.CHANGE_ACCOUNTS);
        var candidate = rows.person(actor, person);
        if (candidate.account() != null) throw new Refused("access.account.already");
        String username = checked(typed, null);
        String password = FirstPassword.make();
        return new Opened(
                accounts.open(actor, username, person, password, new UnitId(candidate.unit()), Set.of()), password);
    }

    @Transactional
    void rename(Actor actor, AccountId id, String typed) {
        var account = rows.find(actor, id, Action.CHANGE_ACCOUNTS);
        rows.lock(id);
        String username = checked(typed, id.value());
        if (username.equals(account.username())) return;
        jdbc.sql("update account set username = :name where id = :id")
                .param("name", username)
                .param("id", id.value())
                .update();
        audit.record(actor, "access.account.rename", id.value());
    }

    /** Its sessions end now, its roles rest, its mail address goes; what was done with it stays. */
    @Transactional
    public void close(Actor actor, AccountId id) {
        var account = rows.find(actor, id, Action.CHANGE_ACCOUNTS);
        if (id.equals(actor.account())) throw new Refused("access.account.own");
        rows.lock(id);
        if (account.closed()) throw new Refused("access.account.isClosed");
        lastAdministrator.hold(actor.agency());
        refuseRolesElsewhere(actor, id);
        jdbc.sql("update account set closed_at = :now, closed_by = :by where id = :id and closed_at is null")
                .param("now", now())
                .param("by", actor.account().value())
                .param("id", id.value())
                .update();
        endSessions(id);
        if (lastAdministrator.isOne(id)) lastAdministrator.mustRemain(actor.agency(), LocalDate.now(clock));
        mail.forget(id);
        audit.record(actor, "access.account.close", id.value());
    }

    @Transactional
    void reopen(Actor actor, AccountId id) {
        var account = rows.find(actor, id, Action.CHANGE_ACCOUNTS);
        if (!account.closed()) throw new Refused("access.account.isOpen");
        jdbc.sql("update account set closed_at = null, closed_by = null where id = :id")
                .param("id", id.value())
                .update();
        audit.record(actor, "access.account.reopen", id.value());
    }

    /** For somebody who forgot the old one; whoever still used that is out, and the owner is told. */
    @Transactional
    String newFirstPassword(Actor actor, AccountId id) {
        rows.find(actor, id, Action.CHANGE_ACCOUNTS);
        if (id.equals(actor.account())) throw new Refused("access.account.own");
        refuseRolesElsewhere(actor, id);
        String password = FirstPassword.make();
        jdbc.sql("update account set password_hash = :hash, must_change_password = true where id = :id")
                .param("hash", passwords.encode(password))
                .param("id", id.value())
                .update();
        endSessions(id);
        notices.passwordChanged(id.value());
        audit.record(actor, "access.account.newPassword", id.value());
        return password;
    }

    /**
     * Somebody else's colleague too, by a role of their own or one held for somebody: who can open an account's door acts
     * in all its roles, so that is for an administrator who reaches all of them.
     */
    public void refuseRolesElsewhere(Actor actor, AccountId id) {
        var today = LocalDate.now(clock);
        boolean elsewhere = jdbc.sql("""
            select exists (
                select 1
                from   (select agency_id, scope_id from role_grant
                        where  account_id = :id and (valid_to is null or :today < valid_to)
                        union all
                        select agency_id, scope_id from roles_held(:id, :today)) g
                where  not
            """ + AccountScope.GRANTS + ")")
                .param("id", id.value())
                .params(AccountScope.of(actor, Action.CHANGE_ACCOUNTS, today))
                .query(Boolean.class)
                .single();
        if (elsewhere) throw new Refused("access.account.elsewhere");
    }

    private String checked(String typed, @Nullable UUID own) {
        String username = typed.strip().toLowerCase(Locale.ROOT);
        if (!UsernameRule.fits(username))
            throw new Refused("access.account.username.wrong", UsernameRule.SHORTEST, UsernameRule.LONGEST);
        if (rows.owner(username).filter(owner -> !owner.equals(own)).isPresent())
            throw new Refused("access.account.username.taken", username);
        return username;
    }

    private void endSessions(AccountId id) {
        signIns.endAll(id.value(), NONE, SignInEnd.BY_ADMINISTRATOR);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
