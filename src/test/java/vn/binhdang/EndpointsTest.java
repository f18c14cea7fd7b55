package vn.binhdang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.binhdang.kernel.Allows;
import vn.binhdang.testing.PageTest;

/** Every address says which action it is; the few that anybody may call are named here. */
@PageTest
class EndpointsTest {
    /** Also listed in SecurityConfiguration, FeedSecurity or OpenDataSecurity, which let them through without a session. */
    private static final Set<String> PUBLIC = Set.of(
            "GET /sign-in",
            "POST /sign-in",
            "POST /sign-in/passkey",
            "POST /sign-in/passkey/options",
            "POST /language",
            "GET /calendar-feeds/{secret}",
            "GET /api/data",
            "GET /api/data/{dataset}",
            "GET /api/catalog",
            "GET /api/catalog.ttl",
            "GET /api/catalog.jsonld",
            "GET /api/openapi.json");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Test
    void every_address_names_the_action_it_is() {
        assertThat(own().filter(address -> !address.named()).map(Address::text).filter(text -> !PUBLIC.contains(text)))
                .as("put @Allows(Action.…) on these methods or their controller")
                .isEmpty();
    }

    @Test
    void what_is_open_to_everybody_is_there_and_names_no_action() {
        assertThat(own().filter(address -> !address.named())
                        .map(Address::text)
                        .filter(PUBLIC::contains)
                        .collect(Collectors.toSet()))
                .isEqualTo(PUBLIC);
    }

    private record Address(String text, boolean named) {}

    private Stream<Address> own() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("vn.binhdang"))
                .flatMap(entry -> texts(entry.getKey()).map(text -> new Address(text, named(entry.getValue()))));
    }

    private static Stream<String> texts(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream()
                .flatMap(method -> info.getPatternValues().stream().map(path -> method + " " + path));
    }

    private static boolean named(HandlerMethod method) {
        return AnnotatedElementUtils.hasAnnotation(method.getMethod(), Allows.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Allows.class);
    }
}
