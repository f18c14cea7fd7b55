package vn.binhdang.access.factor;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.access.AccountNotices;
import vn.binhdang.access.limit.Guessing;
import vn.binhdang.access.limit.KnownDevices;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Actor;

/** What a person changes about the own second factors, each with its audit row. */
@Component
class FactorSetUp {
    private static final int LONGEST_NAME = 60;

    private final JdbcClient jdbc;
    private final TotpSecrets app;
    private final Passkeys passkeys;
    private final RecoveryCodes codes;
    private final Guessing guessing;
    private final KnownDevices devices;
    private final AccountNotices notices;
    private final AuditTrail audit;

    FactorSetUp(
            JdbcClient jdbc,
            TotpSecrets app,
            Passkeys passkeys,
            RecoveryCodes codes,
            Guessing guessing,
            KnownDevices devices,
            AccountNotices notices,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.app = app;
        this.passkeys = passkeys;
        this.codes = codes;
        this.guessing = guessing;
        this.devices = devices;
        this.notices = notices;
        this.audit = audit;
    }

    byte[] pendingApp(Actor actor, UUID signIn) {
        return app.pending(actor.account().value(), signIn);
    }

    @Transactional
    FactorProof.Outcome confirmApp(Actor actor, UUID signIn, String typed, HttpServletRequest request) {
        var account = actor.account().value();
        var origin = devices.origin(request);
        if (!guessing.admitsFactor(account, origin)) return FactorProof.Outcome.SLOW;
        if (!app.confirm(account, signIn, typed)) {
            audit.record(actor, "access.factor.fail", account, Map.of("factor", "app"));
            return FactorProof.Outcome.WRONG;
        }
        guessing.factorWasRight(account, origin);
        changed(actor, "access.factor.add", Map.of("factor", "app"));
        return FactorProof.Outcome.RIGHT;
    }

    @Transactional
    void removeApp(Actor actor) {
        app.remove(actor.account().value());
        changed(actor, "access.factor.remove", Map.of("factor", "app"));
    }

    /** @return shown once and then known to nobody but their owner */
    @Transactional
    List<String> newCodes(Actor actor) {
        var fresh = codes.renew(actor.account().value());
        changed(actor, "access.factor.codes", Map.of("count", fresh.size()));
        return fresh;
    }

    @Transactional
    boolean addPasskey(Actor actor, String answer, String name, HttpServletRequest request) {
        String plain = name.strip();
        if (plain.length() > LONGEST_NAME) plain = plain.substring(0, LONGEST_NAME);
        if (!passkeys.finishMaking(request, answer, plain)) return false;
        changed(actor, "access.factor.add", Map.of("factor", "passkey"));
        return true;
    }

    @Transactional
    boolean removePasskey(Actor actor, String id) {
        if (!passkeys.remove(actor.account().value(), id)) return false;
        changed(actor, "access.factor.remove", Map.of("factor", "passkey"));
        return true;
    }

    private void changed(Actor actor, String deed, Map<String, ?> fields) {
        audit.record(actor, deed, actor.account().value(), fields);
        notices.factorsChanged(actor.account().value());
    }

    String username(Actor actor) {
        return jdbc.sql("select username from account where id = :id")
                .param("id", actor.account().value())
                .query(String.class)
                .single();
    }
}
