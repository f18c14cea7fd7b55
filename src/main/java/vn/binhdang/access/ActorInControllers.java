package vn.binhdang.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.binhdang.access.session.SignInSteps;
import vn.binhdang.access.session.SignInToken;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.FreshFactor;

/** Hands controllers their {@link Actor}, and asks again for a second factor where a method wants a fresh one. */
@Component
class ActorInControllers implements WebMvcConfigurer, HandlerMethodArgumentResolver, HandlerInterceptor {
    /** How long a second factor, or a password where there is none, stays fresh. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final CurrentAccount current;
    private final SignInSteps steps;

    ActorInControllers(CurrentAccount current, SignInSteps steps) {
        this.current = current;
        this.steps = steps;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .excludePathPatterns("/webjars/**", "/app.css", "/app.js", "/icon.svg", "/actuator/**");
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var http = request.getNativeRequest(HttpServletRequest.class);
        if (http == null) throw new IllegalStateException("not a web request");
        return current.of(http).map(SignedIn::actor).orElseThrow(ActorInControllers::nobody);
    }

    private static InsufficientAuthenticationException nobody() {
        return new InsufficientAuthenticationException("account closed or without a role");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var allowed = allowed(handler);
        var signedIn = current.of(request);
        if (allowed != null) {
            var actor = signedIn.map(SignedIn::actor).orElseThrow(ActorInControllers::nobody);
            if (actor.token() != null && Arrays.stream(allowed).noneMatch(actor::may))
                response.setHeader(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer error=\"insufficient_scope\", scope=\"%s\"".formatted(allowed[0]));
            actor.must(allowed);
        }
        if (!annotated(handler, FreshFactor.class) || isFresh(request)) return true;
        SignInGate.to(SignInGate.again(request, true), request, response);
        return false;
    }

    private boolean isFresh(HttpServletRequest request) {
        var token = SignInToken.current().orElseThrow(ActorInControllers::nobody);
        var proved = current.holdsFactor(request) ? token.factorAt() : token.confirmedAt();
        return proved != null && steps.within(FRESH, proved);
    }

    private static boolean annotated(Object handler, Class<? extends Annotation> annotation) {
        return handler instanceof HandlerMethod method
                && (method.hasMethodAnnotation(annotation)
                        || method.getBeanType().isAnnotationPresent(annotation));
    }

    /** What the method names, else its controller; null for what is not ours. */
    private static Action @Nullable [] allowed(Object handler) {
        if (!(handler instanceof HandlerMethod method)) return null;
        var allows = method.getMethodAnnotation(Allows.class);
        if (allows == null) allows = method.getBeanType().getAnnotation(Allows.class);
        return allows == null ? null : allows.value();
    }
}
