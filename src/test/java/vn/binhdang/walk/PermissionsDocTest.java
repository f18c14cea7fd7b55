package vn.binhdang.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Role;
import vn.binhdang.testing.PageTest;
import vn.binhdang.web.Text;

/** docs/permissions.md says what the code says. */
@PageTest
class PermissionsDocTest {
    private static final Path DOCUMENT = Path.of("docs/permissions.md");
    private static final Text VI = Text.in(Text.VIETNAMESE);

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Test
    void the_tables_in_the_documentation_are_those_of_the_code() throws IOException {
        String wanted = document();
        if (Boolean.getBoolean("binhdang.docs.write")) Files.writeString(DOCUMENT, wanted);
        assertThat(Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "")
                .as("write it anew: mvn -q test -Dtest=PermissionsDocTest -Dbinhdang.docs.write=true")
                .isEqualTo(wanted);
    }

    private String document() {
        var text = new StringBuilder("""
            # Who may do what

            Generated from the code by `PermissionsDocTest`; do not edit. The first table is `data/permissions.csv`, the one
            place that says which role may do what. A role holds in the scope it was given for, a unit alone or with all that
            is below it, from a day to a day; what every role may do holds in the whole agency. Who lacks the action gets
            403 before anything is looked up; what is out of reach is the same 404 as what is not there, decided in the query.

            ## Action by role

            """);
        text.append("| Action | ")
                .append(Arrays.stream(Role.values()).map(Role::name).collect(Collectors.joining(" | ")))
                .append(" |\n| --- |")
                .append(" :-: |".repeat(Role.values().length))
                .append('\n');
        for (var action : Action.values())
            text.append("| `%s` %s |".formatted(action, VI.of("kernel.action." + action.word())))
                    .append(Arrays.stream(Role.values())
                            .map(role -> action.roles().contains(role) ? " ✓ |" : "  |")
                            .collect(Collectors.joining()))
                    .append('\n');
        text.append("\n"
                + "## Roles\n\n"
                + "| Role | In Vietnamese | Usually held for | May be handed on |\n"
                + "| --- | --- | --- | --- |\n");
        for (var role : Role.values())
            text.append("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            role,
                            VI.of("kernel.role." + role.word()),
                            role.isOfOneUnit() ? "the own unit" : "the agency",
                            role.mayBeHandedOn() ? "yes" : "no, in person only"));
        text.append("""

            ## Address by action

            Several actions: one of them is enough. The last column says what stands in the braces and how its scope is
            checked.

            | Method | Address | Action | Scope of what stands in the braces |
            | --- | --- | --- | --- |
            """);
        for (var endpoint : Endpoint.all(mapping))
            text.append("| %s | `%s` | %s | %s |\n"
                    .formatted(endpoint.method(), endpoint.path(), actions(endpoint), scopes(endpoint)));
        return text.toString();
    }

    private static String actions(Endpoint endpoint) {
        return endpoint.isOpenToEverybody()
                ? "open to everybody"
                : endpoint.actions().stream()
                        .map(action -> "`" + action + "`")
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static String scopes(Endpoint endpoint) {
        List<String> scopes = endpoint.variables().stream()
                .map(name -> name + ": "
                        + EndpointIds.of(endpoint.path(), name)
                                .map(EndpointIds.Variable::scope)
                                .orElse("not said yet in EndpointIds"))
                .toList();
        return String.join("; ", scopes);
    }
}
