package vn.binhdang.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Renders {@code <module>/<slice>/<name>.jte}. Every template may take {@code t} (texts) and {@code shell} (the frame)
 * beside the model of its controller.
 */
@Component
class JteViewResolver implements ViewResolver, Ordered {
    private final TemplateEngine pages = TemplateEngine.createPrecompiled(
            null, ContentType.Html, JteViewResolver.class.getClassLoader(), "binhdang.pages");
    private final List<NavigationEntry> navigation;
    private final List<MenuEntry> menu;
    private final Visitors visitors;
    private final SensitiveScreens screens;
    private final Assets assets;

    JteViewResolver(
            List<NavigationEntry> navigation,
            List<MenuEntry> menu,
            Visitors visitors,
            SensitiveScreens screens,
            Assets assets) {
        this.navigation = navigation.stream()
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
        this.menu =
                menu.stream().sorted(Comparator.comparingInt(MenuEntry::order)).toList();
        this.visitors = visitors;
        this.screens = screens;
        this.assets = assets;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        String template = name + ".jte";
        return pages.hasTemplate(template) ? new JteView(template) : null;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }

    /** What a form sent is not asked for again. */
    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null || !request.getMethod().equals("GET")
                ? request.getRequestURI()
                : request.getRequestURI() + "?" + query;
    }

    private Shell shell(HttpServletRequest request) {
        Optional<Visitor> visitor = visitors.visitor(request);
        var entries = visitor.map(v -> navigation.stream()
                        .filter(entry -> entry.needed() == null || v.may().contains(entry.needed()))
                        .toList())
                .orElse(List.of());
        var places = visitor.map(v -> menu.stream()
                        .filter(entry -> entry.needed() == null || v.may().contains(entry.needed()))
                        .toList())
                .orElse(List.of());
        return new Shell(
                Text.in(RequestContextUtils.getLocale(request)),
                request.getRequestURI(),
                address(request),
                visitor.orElse(null),
                entries,
                places,
                (CsrfToken) request.getAttribute(CsrfToken.class.getName()),
                visitor.isPresent() ? screens.idleSeconds(request.getRequestURI()) : 0,
                assets);
    }

    private final class JteView implements View {
        private final String template;

        private JteView(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            var values = new HashMap<String, Object>();
            if (model != null) values.putAll(model);
            values.keySet().removeIf(key -> key.startsWith("org.springframework"));
            Shell shell = shell(request);
            values.put("shell", shell);
            values.put("t", shell.t());
            // The whole page is rendered before a byte is sent, so that a failure still becomes an error page.
            var output = new PageOutput();
            pages.render(template, values, output);
            if (response.getContentType() == null) response.setContentType(getContentType());
            Packing.send(output.toByteArray(), request, response);
        }
    }
}
