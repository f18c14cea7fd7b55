package vn.binhdang.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.binhdang.document.SamplePapers;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.reporting.IssuedPlans;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

/**
 * Goes to every address in every role, with ids of another agency and of another unit, with ids that never were, and
 * without signing in. Who lacks the action gets 403; what is out of reach is the very 404 of what is not there; and nothing
 * has changed afterwards.
 */
@PageTest
@Import({WalkedRecords.class, SamplePapers.class, IssuedPlans.class})
class WalkTest {
    private static final Logger LOG = LoggerFactory.getLogger(WalkTest.class);

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private WalkedRecords records;

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private final List<String> faults = new ArrayList<>();
    private final Map<String, Pages.Visit> visits = new HashMap<>();
    private int lacking;
    private int foreign;
    private int otherUnit;
    private int signedOut;
    private int opened;

    @Test
    void every_address_refuses_every_role_that_lacks_it_and_every_record_out_of_reach() {
        var endpoints = Endpoint.all(mapping).stream()
                .filter(endpoint -> !endpoint.isOpenToEverybody())
                .filter(this::isKnown)
                .toList();
        records.make();
        for (var role : Role.values()) {
            visits.put(WalkedRecords.whole(role), pages.as(WalkedRecords.whole(role)));
            visits.put(WalkedRecords.ofUnit(role), pages.as(WalkedRecords.ofUnit(role)));
        }
        for (String one : FormFields.heard()) visits.put(one, pages.as(one));
        var forms = new FormWalk(records, visits, faults);
        faults.addAll(FormFields.stale(endpoints));
        var rows = new TableRows(jdbc, records);
        for (var endpoint : endpoints) {
            faults.addAll(FormFields.unknown(endpoint));
            var before = rows.now();
            for (var role : Role.values()) walk(endpoint, role);
            forms.refuse(endpoint);
            withoutSigningIn(endpoint);
            var after = rows.now();
            if (!before.equals(after))
                faults.add(endpoint.text() + " changed rows: " + TableRows.difference(before, after));
            open(endpoint);
            forms.accept(endpoint, transactions);
        }
        LOG.info(
                "walked {} addresses in {} roles: {} without the action, {} with foreign or absent ids, {} with ids of"
                        + " another unit, {} with such ids in {} fields of forms, {} without signing in, {} opened with"
                        + " own ids",
                endpoints.size(),
                Role.values().length,
                lacking,
                foreign,
                otherUnit,
                forms.refused(),
                FormFields.IDS.size(),
                signedOut,
                opened);
        assertThat(faults).isEmpty();
    }

    private boolean isKnown(Endpoint endpoint) {
        var unknown = endpoint.variables().stream()
                .filter(variable -> EndpointIds.of(endpoint.path(), variable).isEmpty())
                .toList();
        unknown.forEach(variable -> faults.add(EndpointIds.missing(endpoint.path(), variable)));
        return unknown.isEmpty();
    }

    private void walk(Endpoint endpoint, Role role) {
        var visit = visits.get(WalkedRecords.whole(role));
        if (!endpoint.allows(role)) {
            lacking++;
            expect(endpoint, role, "who lacks the action", 403, ask(visit, endpoint, ids(endpoint, records.foreign())));
            return;
        }
        for (String name : endpoint.variables()) {
            var variable = EndpointIds.of(endpoint.path(), name).orElseThrow();
            if (variable.kind() == EndpointIds.Kind.WORD) continue;
            var never = ids(endpoint, records.own());
            never.put(name, EndpointIds.never(variable));
            var absent = ask(visit, endpoint, never);
            foreign++;
            boolean part = variable.kind() == EndpointIds.Kind.PART;
            int wanted = part && absent.getStatus() == 409 ? 409 : 404;
            expect(endpoint, role, name + " that never was", wanted, absent);
            if (variable.kind() == EndpointIds.Kind.PUBLIC || variable.kind() == EndpointIds.Kind.NUMBER) continue;
            var theirs = ids(endpoint, records.own());
            // What is one person's own is refused to the colleague in the next room already.
            var others = variable.kind() == EndpointIds.Kind.PERSONAL ? records.ofOwner() : records.foreign();
            theirs.put(
                    name, others.getOrDefault(variable.record(), Uuid7.create().toString()));
            var answer = ask(visit, endpoint, theirs);
            foreign++;
            expect(endpoint, role, "foreign " + name, wanted, answer);
            if (!body(answer, theirs.get(name)).equals(body(absent, never.get(name))))
                faults.add("%s as %s: a foreign %s is told from one that never was"
                        .formatted(endpoint.text(), role, name));
            if (variable.kind() == EndpointIds.Kind.UNIT && records.otherUnit().containsKey(variable.record())) {
                // Taken whole: a task of another unit has a plan, and evidence has a task.
                var there = ids(endpoint, records.own());
                there.putAll(ids(endpoint, records.otherUnit()));
                otherUnit++;
                expect(
                        endpoint,
                        role,
                        name + " of another unit",
                        404,
                        ask(visits.get(WalkedRecords.ofUnit(role)), endpoint, there));
            }
        }
    }

    private void withoutSigningIn(Endpoint endpoint) {
        signedOut++;
        int status = mvc.method(HttpMethod.valueOf(endpoint.method()))
                .uri(endpoint.address(ids(endpoint, records.own())))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange()
                .getResponse()
                .getStatus();
        if (status != 302 && status != 401) faults.add(endpoint.text() + " without signing in: " + status);
    }

    /** That the own ids are right, or the 404 of foreign ones would prove nothing: tried once, and rolled back. */
    private void open(Endpoint endpoint) {
        var variables = endpoint.variables().stream()
                .map(name -> EndpointIds.of(endpoint.path(), name).orElseThrow())
                .toList();
        if (variables.stream().anyMatch(variable -> variable.record().equals("absent"))) return;
        boolean personal = variables.stream().anyMatch(variable -> variable.kind() == EndpointIds.Kind.PERSONAL);
        String role = personal
                ? WalkedRecords.OWNER
                : WalkedRecords.whole(endpoint.allowed().findFirst().orElseThrow());
        opened++;
        var answer = transactions.execute(status -> {
            status.setRollbackOnly();
            return ask(visits.get(role), endpoint, ids(endpoint, personal ? records.ofOwner() : records.own()));
        });
        if (answer == null) throw new IllegalStateException("no answer");
        int status = answer.getStatus();
        // Without braces in the address a 404 speaks of what was sent in the form.
        boolean found =
                status != 404 || endpoint.variables().isEmpty() || EndpointIds.NOTHING_THERE.contains(endpoint.text());
        if (status == 403 || !found || status >= 500)
            faults.add("%s as %s with own ids: %d".formatted(endpoint.text(), role, status));
    }

    private MockHttpServletResponse ask(Pages.Visit visit, Endpoint endpoint, Map<String, String> ids) {
        String address = endpoint.address(ids);
        if (endpoint.method().equals("GET")) {
            var query = new StringBuilder();
            endpoint.neededFields()
                    .forEach((name, value) -> query.append(query.isEmpty() ? '?' : '&')
                            .append(name)
                            .append('=')
                            .append(value));
            return visit.fetch(address + query);
        }
        var fields = new TreeMap<>(endpoint.neededFields());
        fields.putAll(EndpointIds.FIELDS.getOrDefault(endpoint.text(), Map.of()));
        var flat = fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
        return endpoint.takesFiles()
                ? visit.upload(address, new MockMultipartFile("file", "a.txt", "text/plain", new byte[] {65}), flat)
                : visit.post(address, flat);
    }

    private Map<String, String> ids(Endpoint endpoint, Map<String, String> from) {
        var ids = new HashMap<String, String>();
        for (String name : endpoint.variables()) {
            var variable = EndpointIds.of(endpoint.path(), name).orElseThrow();
            String id = variable.kind() == EndpointIds.Kind.WORD ? variable.record() : from.get(variable.record());
            if (id != null) ids.put(name, id);
            else if (from != records.otherUnit()) ids.put(name, never(variable));
        }
        return ids;
    }

    private static String never(EndpointIds.Variable variable) {
        if (variable.kind() != EndpointIds.Kind.AGENCY && variable.kind() != EndpointIds.Kind.UNIT
                || variable.record().equals("absent")) return EndpointIds.never(variable);
        throw new AssertionError("WalkedRecords makes no '%s', which EndpointIds names for {%s} of %s"
                .formatted(variable.record(), variable.name(), variable.path()));
    }

    private void expect(Endpoint endpoint, Role role, String what, int wanted, MockHttpServletResponse answer) {
        if (answer.getStatus() == wanted) return;
        faults.add("%s as %s, %s: %d instead of %d%s"
                .formatted(
                        endpoint.text(),
                        role,
                        what,
                        answer.getStatus(),
                        wanted,
                        answer.getStatus() == 400 ? " (needs fields: EndpointIds.FIELDS)" : ""));
    }

    /** Without what differs from request to request. */
    static String body(MockHttpServletResponse answer, String id) {
        try {
            return answer.getContentAsString(StandardCharsets.UTF_8)
                    .replace(id, "ID")
                    .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                    .replaceAll("X-CSRF-TOKEN\":\"[^\"]*\"", "");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
