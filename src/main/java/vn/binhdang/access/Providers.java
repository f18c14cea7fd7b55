package vn.binhdang.access;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/** The OpenID Connect providers the operator set up ({@code spring.security.oauth2.client}); none by default. */
@Component
class Providers {
    private final List<SignInPage.Provider> all;

    Providers(ObjectProvider<ClientRegistrationRepository> registrations) {
        var found = new ArrayList<SignInPage.Provider>();
        if (registrations.getIfAvailable() instanceof Iterable<?> known)
            for (Object one : known)
                if (one instanceof ClientRegistration registration)
                    found.add(new SignInPage.Provider(
                            registration.getRegistrationId(), registration.getClientName()));
        all = List.copyOf(found);
    }

    List<SignInPage.Provider> all() {
        return all;
    }
}
