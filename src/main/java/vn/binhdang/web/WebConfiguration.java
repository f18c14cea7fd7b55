package vn.binhdang.web;

import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {
    /** The cookie that keeps what the visitor chose. */
    static final String LANGUAGE = "language";

    /**
     * Vietnamese, unless the visitor chose English. The browser's own wish is not asked, since offices share computers;
     * that of programs is, which choose nothing.
     */
    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver(LANGUAGE) {
            @Override
            protected Locale parseLocaleValue(String value) {
                return Text.in(Locale.forLanguageTag(value)).locale();
            }
        };
        resolver.setDefaultLocaleFunction(
                request -> Problem.isAnswerTo(request) ? Problem.wishedLanguage(request) : Text.VIETNAMESE);
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        return resolver;
    }
}
