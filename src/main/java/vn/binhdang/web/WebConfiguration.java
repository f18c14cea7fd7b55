package vn.binhdang.web;

import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    /** Vietnamese, unless the visitor chose English. The browser's own wish is not asked: offices share computers. */
    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("language") {
            @Override
            protected Locale parseLocaleValue(String value) {
                return Text.in(Locale.forLanguageTag(value)).locale();
            }
        };
        resolver.setDefaultLocale(Text.VIETNAMESE);
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        return resolver;
    }
}
