package vn.binhdang.access.factor;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys (WebAuthn): a key in the phone, the computer or a stick that answers to this address only, so that a false page
 * gets nothing from it.
 */
@Component
public class Passkeys {
    private static final String CREATING = Passkeys.class.getName() + ".creating";
    private static final String ASKING = Passkeys.class.getName() + ".asking";
    private static final Authentication NOBODY =
            new AnonymousAuthenticationToken("nobody", "nobody", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

    private final JdbcClient jdbc;
    private final PasskeyOwners owners;
    private final PasskeyRecords records;
    private final List<String> origins;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    Passkeys(
            JdbcClient jdbc,
            PasskeyOwners owners,
            PasskeyRecords records,
            @Value("${binhdang.access.passkey-origins:}") List<String> origins) {
        this.jdbc = jdbc;
        this.owners = owners;
        this.records = records;
        this.origins =
                origins.stream().map(String::strip).filter(o -> !o.isEmpty()).toList();
    }

    /** One passkey as its owner sees it. */
    public record Held(String id, String name, OffsetDateTime createdAt, OffsetDateTime lastUsedAt) {}

    /** Whose passkey answered, and whether it asked for a finger, a face or a PIN. */
    record Answer(UUID account, boolean verified) {}

    /** Passkeys are bound to an address: the one the operator named, or this machine's own while trying things out. */
    boolean areOffered(HttpServletRequest request) {
        return !origins.isEmpty() || request.getServerName().equals("localhost");
    }

    List<Held> of(UUID account) {
        record Row(byte[] credentialId, String name, OffsetDateTime createdAt, OffsetDateTime lastUsedAt) {}
        return jdbc.sql("""
            select credential_id, name, created_at, last_used_at
            from   passkey where account_id = :account order by created_at, credential_id
            """).param("account", account).query(Row.class).list().stream()
                .map(row -> new Held(
                        Base64.getUrlEncoder().withoutPadding().encodeToString(row.credentialId()),
                        row.name(),
                        row.createdAt(),
                        row.lastUsedAt()))
                .toList();
    }

    /** What the browser needs to make a passkey, as JSON; remembered until its answer comes. */
    String startMaking(HttpServletRequest request, Authentication owner) {
        var options = relyingParty(request)
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(owner));
        request.getSession().setAttribute(CREATING, options);
        return json.writeValueAsString(options);
    }

    /** @return false when what the browser sent does not answer what it was asked */
    boolean finishMaking(HttpServletRequest request, String answer, String name) {
        var options = (PublicKeyCredentialCreationOptions) taken(request, CREATING);
        if (options == null) return false;
        try {
            var credential =
                    read(answer, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
            relyingParty(request)
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            options, new RelyingPartyPublicKey(credential, name)));
            return true;
        } catch (JacksonException | IllegalArgumentException | com.webauthn4j.util.exception.WebAuthnException e) {
            return false;
        }
    }

    /** What the browser needs to prove one of an account's passkeys, as JSON. */
    String startAsking(HttpServletRequest request, Authentication owner) {
        return startAsking(request, owner, UserVerificationRequirement.PREFERRED);
    }

    /** The same before anybody has given a name: the passkey itself says whose it is, and asks for a finger or a PIN. */
    String startAsking(HttpServletRequest request) {
        return startAsking(request, NOBODY, UserVerificationRequirement.REQUIRED);
    }

    private String startAsking(HttpServletRequest request, Authentication owner, UserVerificationRequirement how) {
        var party = relyingParty(request);
        party.setCustomizeRequestOptions(options -> options.userVerification(how));
        var options =
                party.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(owner));
        request.getSession().setAttribute(ASKING, options);
        return json.writeValueAsString(options);
    }

    /** @return empty when the answer is not right */
    Optional<Answer> answer(HttpServletRequest request, String answer) {
        var options = (PublicKeyCredentialRequestOptions) taken(request, ASKING);
        if (options == null) return Optional.empty();
        try {
            var credential = read(answer, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
            var owner = relyingParty(request).authenticate(new RelyingPartyAuthenticationRequest(options, credential));
            return Optional.of(new Answer(
                    PasskeyRecords.account(owner.getId()),
                    options.getUserVerification() == UserVerificationRequirement.REQUIRED));
        } catch (JacksonException | IllegalArgumentException | com.webauthn4j.util.exception.WebAuthnException e) {
            return Optional.empty();
        }
    }

    /** @throws IllegalArgumentException when parts are missing that every answer of a browser has */
    private <R extends AuthenticatorResponse> PublicKeyCredential<R> read(
            String answer, TypeReference<PublicKeyCredential<R>> type) {
        PublicKeyCredential<R> credential = json.readValue(answer, type);
        if (credential == null || credential.getRawId() == null || !isWhole(credential.getResponse()))
            throw new IllegalArgumentException("an answer without its parts");
        return credential;
    }

    private static boolean isWhole(@Nullable AuthenticatorResponse response) {
        return switch (response) {
            case AuthenticatorAssertionResponse said ->
                said.getClientDataJSON() != null && said.getAuthenticatorData() != null && said.getSignature() != null;
            case AuthenticatorAttestationResponse said ->
                said.getClientDataJSON() != null && said.getAttestationObject() != null;
            case null, default -> false;
        };
    }

    /** @return false when it is not that account's */
    boolean remove(UUID account, String id) {
        try {
            return jdbc.sql("delete from passkey where credential_id = :id and account_id = :account")
                            .param("id", Base64.getUrlDecoder().decode(id))
                            .param("account", account)
                            .update()
                    == 1;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    void removeAll(UUID account) {
        jdbc.sql("delete from passkey where account_id = :account")
                .param("account", account)
                .update();
    }

    private Webauthn4JRelyingPartyOperations relyingParty(HttpServletRequest request) {
        var allowed = origins.isEmpty()
                ? Set.of(request.getScheme() + "://localhost:" + request.getServerPort())
                : Set.copyOf(origins);
        String id =
                origins.isEmpty() ? "localhost" : URI.create(origins.getFirst()).getHost();
        var party = new Webauthn4JRelyingPartyOperations(
                owners,
                records,
                PublicKeyCredentialRpEntity.builder().id(id).name("Bình Đẳng").build(),
                allowed);
        // Who makes the key does not matter to us, and asking would tell the model of everybody's phone.
        party.setCustomizeCreationOptions(options -> options.attestation(AttestationConveyancePreference.NONE)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.PREFERRED)
                        .userVerification(UserVerificationRequirement.PREFERRED)
                        .build()));
        return party;
    }

    /** Each question is good for one answer. */
    private static @Nullable Object taken(HttpServletRequest request, String key) {
        var session = request.getSession(false);
        if (session == null) return null;
        Object value = session.getAttribute(key);
        session.removeAttribute(key);
        return value;
    }
}
