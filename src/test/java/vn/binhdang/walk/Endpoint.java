package vn.binhdang.walk;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.binhdang.access.session.SignInToken;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.web.Text;

/**
 * One address with one method, as the product answers it.
 * @param actions of which one is enough; empty for what is open to everybody
 */
record Endpoint(String method, String path, Set<Action> actions, HandlerMethod handler) {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    static List<Endpoint> all(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("vn.binhdang"))
                .flatMap(entry -> entry.getKey().getMethodsCondition().getMethods().stream()
                        .flatMap(method -> entry.getKey().getPatternValues().stream()
                                .map(path -> new Endpoint(
                                        method.name(), path, actions(entry.getValue()), entry.getValue()))))
                .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
                .toList();
    }

    private static Set<Action> actions(HandlerMethod handler) {
        var allows = handler.getMethodAnnotation(Allows.class);
        if (allows == null) allows = handler.getBeanType().getAnnotation(Allows.class);
        return allows == null ? Set.of() : Set.of(allows.value());
    }

    boolean isOpenToEverybody() {
        return actions.isEmpty();
    }

    boolean allows(Role role) {
        return actions.stream().anyMatch(action -> action.roles().contains(role));
    }

    List<String> variables() {
        return VARIABLE.matcher(path).results().map(match -> match.group(1)).toList();
    }

    String address(Map<String, String> values) {
        return VARIABLE.matcher(path).replaceAll(match -> values.getOrDefault(match.group(1), ""));
    }

    boolean takesFiles() {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == MultipartFile.class && isRequired(parameter));
    }

    /** A value for every field without which the address is not even looked at. */
    Map<String, String> neededFields() {
        return Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.getParameterType() != MultipartFile.class)
                .filter(Endpoint::isRequired)
                .collect(Collectors.toMap(Endpoint::name, Endpoint::value, (a, b) -> a, LinkedHashMap::new));
    }

    /**
     * A field of a form.
     * @param name "*" when the handler reads the form by name
     * @param type of one value
     */
    record Field(String name, Class<?> type) {
        /** Dates, numbers, choices and ticks are none. */
        boolean mayBeId() {
            return type == String.class || type == UUID.class || type.isRecord() || name.equals("*");
        }
    }

    /** The fields of the form that a writing address takes, read from its handler. */
    List<Field> fields() {
        if (method.equals("GET")) return List.of();
        return Arrays.stream(handler.getMethodParameters())
                .flatMap(Endpoint::fields)
                .distinct()
                .toList();
    }

    private static Stream<Field> fields(MethodParameter parameter) {
        var type = one(ResolvableType.forMethodParameter(parameter));
        if (parameter.hasParameterAnnotation(RequestParam.class)) {
            if (Map.class.isAssignableFrom(parameter.getParameterType())) return Stream.of(new Field("*", Map.class));
            return type == MultipartFile.class ? Stream.empty() : Stream.of(new Field(name(parameter), type));
        }
        boolean form = parameter.hasParameterAnnotation(ModelAttribute.class)
                || parameter.getParameterAnnotations().length == 0 && isForm(type);
        if (!form) return Stream.empty();
        if (!type.isRecord()) throw new IllegalStateException("a form that is no record: " + parameter);
        return Arrays.stream(type.getRecordComponents())
                .map(component ->
                        new Field(component.getName(), one(ResolvableType.forType(component.getGenericType()))));
    }

    /** What Spring fills from the request, since nothing else does. */
    private static boolean isForm(Class<?> type) {
        return type.getPackageName().startsWith("vn.binhdang")
                && !Set.of(Actor.class, Text.class, SignInToken.class).contains(type);
    }

    private static Class<?> one(ResolvableType type) {
        if (type.isArray()) return one(type.getComponentType());
        boolean several =
                Optional.class == type.resolve() || Collection.class.isAssignableFrom(type.resolve(Object.class));
        return several ? type.getGeneric().resolve(Object.class) : type.resolve(Object.class);
    }

    private static boolean isRequired(MethodParameter parameter) {
        var request = parameter.getParameterAnnotation(RequestParam.class);
        return request != null
                && request.required()
                && request.defaultValue().equals(ValueConstants.DEFAULT_NONE)
                && !Map.class.isAssignableFrom(parameter.getParameterType())
                && parameter.getParameterType() != Optional.class;
    }

    private static String name(MethodParameter parameter) {
        var request = parameter.getParameterAnnotation(RequestParam.class);
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        String name = request == null || request.value().isEmpty() ? parameter.getParameterName() : request.value();
        if (name == null) throw new IllegalStateException("a field without a name: " + parameter);
        return name;
    }

    private static String value(MethodParameter parameter) {
        var type = parameter.getParameterType();
        if (type.isEnum()) return String.valueOf(type.getEnumConstants()[0]);
        if (type == String.class) return "x";
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) return type == boolean.class ? "false" : "1";
        if (type == LocalDate.class) return "2026-01-01";
        return Uuid7.create().toString();
    }

    String text() {
        return method + " " + path;
    }

    Stream<Role> allowed() {
        return Stream.of(Role.values()).filter(this::allows);
    }
}
