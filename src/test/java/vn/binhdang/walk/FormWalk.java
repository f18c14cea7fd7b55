package vn.binhdang.walk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.testing.Pages;

/**
 * Sends every form that takes the id of a record in a field with the id of a foreign agency, with one of another unit and
 * with one that never was. All are refused, the foreign one in the very words of the absent one.
 */
final class FormWalk {
    /** Where being of another unit matters. Papers are signed, and colleagues stand in, across the whole agency. */
    private static final List<String> OF_UNITS = List.of("scope", "unit", "absent", "person");

    private final WalkedRecords records;
    private final Map<String, Pages.Visit> visits;
    private final List<String> faults;
    private final Map<FormFields.Id, Integer> statusOfAbsent = new HashMap<>();
    private int refused;

    FormWalk(WalkedRecords records, Map<String, Pages.Visit> visits, List<String> faults) {
        this.records = records;
        this.visits = visits;
        this.faults = faults;
    }

    /** How many forms were sent and refused. */
    int refused() {
        return refused;
    }

    /** Nothing may change by any of it, which the caller looks after. */
    void refuse(Endpoint endpoint) {
        for (var id : FormFields.of(endpoint.text())) {
            for (String walker : walkers(endpoint, id)) {
                String never = Uuid7.create().toString();
                var absent = send(walker, endpoint, id, never);
                statusOfAbsent.put(id, absent.getStatus());
                expectRefusal(id, walker, "that never was", absent);
                String theirs = value(records.foreign(), id);
                var foreign = send(walker, endpoint, id, theirs);
                expectRefusal(id, walker, "of a foreign agency", foreign);
                if (foreign.getStatus() != absent.getStatus()
                        || !WalkTest.body(foreign, theirs).equals(WalkTest.body(absent, never)))
                    faults.add("%s as %s: a foreign %s in the form is told from one that never was"
                            .formatted(endpoint.text(), walker, id.field()));
            }
            if (!id.by().isEmpty()
                    || !OF_UNITS.contains(id.field())
                    || !records.otherUnit().containsKey(id.record())) continue;
            for (var role : endpoint.allowed().toList())
                expectRefusal(
                        id,
                        WalkedRecords.ofUnit(role),
                        "of another unit",
                        send(WalkedRecords.ofUnit(role), endpoint, id, value(records.otherUnit(), id)));
        }
    }

    /** That the form would be accepted with the own id, or the refusals would prove nothing: tried, and rolled back. */
    void accept(Endpoint endpoint, TransactionTemplate transactions) {
        for (var id : FormFields.of(endpoint.text())) {
            if (id.done() == FormFields.PASSED_OVER) continue;
            var answers = new TreeMap<String, Integer>();
            for (String walker : owners(endpoint, id)) {
                var answer = transactions.execute(status -> {
                    status.setRollbackOnly();
                    return send(walker, endpoint, id, value(records.own(), id));
                });
                answers.put(walker, answer == null ? 0 : answer.getStatus());
            }
            boolean accepted = id.done() == FormFields.OTHERWISE
                    ? answers.values().stream().anyMatch(status -> !status.equals(statusOfAbsent.get(id)))
                    : answers.containsValue(id.done());
            if (!accepted)
                faults.add("%s with an own %s in the form: nobody gets %d but %s"
                        .formatted(endpoint.text(), id.field(), id.done(), answers));
        }
    }

    private static List<String> walkers(Endpoint endpoint, FormFields.Id id) {
        return id.by().isEmpty() ? endpoint.allowed().map(WalkedRecords::whole).toList() : List.of(id.by());
    }

    private static List<String> owners(Endpoint endpoint, FormFields.Id id) {
        return WalkedRecords.OF_ONE_PERSON.contains(id.record()) ? List.of(WalkedRecords.OWNER) : walkers(endpoint, id);
    }

    private String value(Map<String, String> from, FormFields.Id id) {
        String value = from.get(id.record());
        if (value == null)
            throw new AssertionError("WalkedRecords makes no '%s', which FormFields names for %s of %s"
                    .formatted(id.record(), id.field(), id.endpoint()));
        return value;
    }

    private MockHttpServletResponse send(String walker, Endpoint endpoint, FormFields.Id id, String value) {
        var ids = new HashMap<String, String>();
        for (String name : endpoint.variables()) {
            var variable = EndpointIds.of(endpoint.path(), name).orElseThrow();
            ids.put(
                    name,
                    variable.kind() == EndpointIds.Kind.WORD
                            ? variable.record()
                            : records.own().getOrDefault(variable.record(), EndpointIds.never(variable)));
        }
        var form = new TreeMap<>(endpoint.neededFields());
        form.putAll(id.form(value, records.own()));
        refused++;
        return Objects.requireNonNull(visits.get(walker))
                .post(
                        endpoint.address(ids),
                        form.entrySet().stream()
                                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                                .toArray(String[]::new));
    }

    /** A form that is shown again with what is wrong in it is a refusal, too. */
    private void expectRefusal(FormFields.Id id, String walker, String which, MockHttpServletResponse answer) {
        int status = answer.getStatus();
        boolean passedOver = id.done() == FormFields.PASSED_OVER && (status == 302 || status == 200);
        boolean said = status >= 404 && status < 500 || id.done() == 302 && status == 200 || passedOver;
        if (!said)
            faults.add("%s as %s with a %s %s in the form: %d"
                    .formatted(id.endpoint(), walker, id.field(), which, status));
    }
}
