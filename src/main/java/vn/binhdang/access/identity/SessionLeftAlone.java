package vn.binhdang.access.identity;

import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;

/**
 * Keeps Spring from putting its own idea of who came back from a provider into the session: a person who links an identity
 * stays who they are. The configurer's own setting for this is overwritten by it later.
 */
public enum SessionLeftAlone implements ObjectPostProcessor<OAuth2LoginAuthenticationFilter> {
    INSTANCE;

    @Override
    public <O extends OAuth2LoginAuthenticationFilter> O postProcess(O filter) {
        filter.setSecurityContextRepository(new NullSecurityContextRepository());
        return filter;
    }
}
