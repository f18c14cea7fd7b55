package vn.binhdang.access.identity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.access.AccountNotices;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Actor;

/**
 * Identities at OpenID Connect providers and the accounts they open. A person links the own one, or an administrator
 * does; no identity opens an account by itself. An identity is the pair of issuer and subject: names and addresses change.
 */
@Component
public class LinkedIdentities {
    private final JdbcClient jdbc;
    private final AccountNotices notices;
    private final AuditTrail audit;
    private final Clock clock;
    private final List<Provider> providers;

    LinkedIdentities(
            JdbcClient jdbc,
            AccountNotices notices,
            AuditTrail audit,
            Clock clock,
            ObjectProvider<ClientRegistrationRepository> registrations) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
        var found = new ArrayList<Provider>();
        if (registrations.getIfAvailable() instanceof Iterable<?> known)
            for (Object one : known)
                if (one instanceof ClientRegistration registration) found.add(Provider.of(registration));
        providers = List.copyOf(found);
    }

    /** A provider that the operator set up: its id in addresses, its name for people, its issuer. */
    public record Provider(String id, String name, String issuer) {
        static Provider of(ClientRegistration registration) {
            String issuer = registration.getProviderDetails().getIssuerUri();
            return new Provider(
                    registration.getRegistrationId(), registration.getClientName(), issuer == null ? "" : issuer);
        }
    }

    public record Row(String issuer, String subject, String provider, OffsetDateTime linkedAt) {}

    /** None by default. */
    public List<Provider> providers() {
        return providers;
    }

    public Optional<UUID> account(String issuer, String subject) {
        return jdbc.sql("select account_id from linked_identity where issuer = :issuer and subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query(UUID.class)
                .optional();
    }

    public List<Row> of(UUID account) {
        return jdbc.sql("""
            select issuer, subject, provider, linked_at from linked_identity
            where  account_id = :account order by linked_at, issuer, subject
            """).param("account", account).query(Row.class).list();
    }

    /** @return false when the identity belongs to an account already */
    @Transactional
    public boolean link(Actor by, UUID account, Provider provider, String issuer, String subject) {
        int linked = jdbc.sql("""
            insert into linked_identity (issuer, subject, account_id, provider, linked_by, linked_at)
            values (:issuer, :subject, :account, :provider, :by, :now)
            on conflict (issuer, subject) do nothing
            """)
                .param("issuer", issuer)
                .param("subject", subject)
                .param("account", account)
                .param("provider", provider.name())
                .param("by", by.account().value())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        if (linked == 0) return false;
        notices.identitiesChanged(account);
        audit.record(by, "access.identity.link", account, Map.of("provider", provider.id()));
        return true;
    }

    /** @return false when it was not linked to that account */
    @Transactional
    public boolean unlink(Actor by, UUID account, String issuer, String subject) {
        int gone = jdbc.sql("""
            delete from linked_identity
            where  account_id = :account and issuer = :issuer and subject = :subject
            """)
                .param("account", account)
                .param("issuer", issuer)
                .param("subject", subject)
                .update();
        if (gone == 0) return false;
        notices.identitiesChanged(account);
        audit.record(by, "access.identity.unlink", account);
        return true;
    }
}
