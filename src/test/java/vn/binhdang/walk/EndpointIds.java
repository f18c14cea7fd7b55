package vn.binhdang.walk;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.Uuid7;

/**
 * What stands in the braces of each address, for the walk and for docs/permissions.md. A new address with a variable needs
 * a line here; the longest beginning that fits wins. A new kind of record needs a line in {@link WalkedRecords} too, which
 * makes one for the own agency, one for a foreign agency and, where units matter, one of another unit.
 */
final class EndpointIds {
    private EndpointIds() {}

    /** How the walk treats a variable. */
    enum Kind {
        /** A record of an agency: that of another agency is not there. */
        AGENCY,
        /** Also a matter of units: to a role for one unit the record of another unit is not there. */
        UNIT,
        /**
         * A part of the record that stands before it in the address: what is not part of it is refused as gone, in the
         * same words wherever it may be.
         */
        PART,
        /** Belongs to one account: that of anybody else is not there. */
        PERSONAL,
        /** Of no agency, as the map of units or the queue of mails: only absent ones are not there. */
        PUBLIC,
        /** The number of something that belongs to no agency: only absent ones are not there. */
        NUMBER,
        /** No id: a word or a place in a list. */
        WORD
    }

    /**
     * @param record which record of {@link WalkedRecords}; for a word the word itself
     * @param scope how the scope is checked, for people
     */
    record Variable(String path, String name, Kind kind, String record, String scope) {}

    private static final String DRAFT = "agency; a draft also by the unit that writes it";

    private static final String WORK = "the plan, and the units for which the role reports or follows up";
    private static final String OVERSEEN =
            "units within reach; for a team the units that its decision names, while it lasts";

    static final List<Variable> ALL = List.of(
            own("/arriving-files/{id}", "id", "arriving file"),
            unit("/documents/{id}", "id", "draft", DRAFT),
            agency("/documents/{id}/issued.", "id", "issued", "agency"),
            agency("/documents/{id}/erratum", "id", "issued", "agency; changes by the unit that wrote it"),
            agency("/documents/{id}/recall", "id", "issued", "agency; changes by the unit that wrote it"),
            agency("/documents/{id}/replacement", "id", "issued", "agency; changes by the unit that wrote it"),
            unit("/documents/{id}/send-back", "id", "submitted", DRAFT),
            unit("/documents/{id}/approve", "id", "submitted", DRAFT),
            unit("/documents/{id}/withdraw", "id", "submitted", DRAFT),
            unit("/documents/{id}/issue", "id", "approved", DRAFT),
            word("/documents/{id}/head/{field}", "field", "subjectLine"),
            word("/documents/{id}/bases/{index}", "index", "0"),
            word("/documents/{id}/parts/{part}/blocks", "part", "0"),
            part("/documents/{id}/blocks/{block}", "block", "block", "the document"),
            part("/documents/{id}/undo/{undo}", "undo", "absent", "the document"),
            part("/documents/{id}/bases/undo/{undo}", "undo", "absent", "the document"),
            agency("/plans/{id}", "id", "running", "agency; a draft also by the unit that writes it"),
            unit("/plans/{id}/", "id", "plan", DRAFT),
            part("/plans/{id}/tasks/{task}", "task", "task", "the plan"),
            part("/plans/{id}/tasks/undo/{undo}", "undo", "absent", "the plan"),
            part("/plans/{id}/notes/{note}", "note", "absent", "the plan"),
            part("/plans/{id}/targets/{place}", "place", "task", "the plan"),
            part("/plans/{id}/next/{draft}", "draft", "absent", "the plan it was written after"),
            agency("/plans/{id}/amendments", "id", "issued", "agency"),
            unit("/amendments/{id}", "id", "amendment", DRAFT),
            part("/amendments/{id}/tasks/{task}", "task", "amended task", "the plan"),
            part("/amendments/{id}/parts/{part}", "part", "amended part", "the plan"),
            agency("/plans/{id}/source", "id", "brought", "agency; a draft also by the unit that writes it"),
            agency("/plans/imports/{id}", "id", "import", "agency; a role for one unit by who brought it in"),
            agency("/plans/{plan}/tasks/{id}", "plan", "running", "agency"),
            agency("/plans/{plan}/tasks/{id}", "id", "running task", "the plan"),
            agency("/plans/{plan}/tasks/{id}/progress", "plan", "running", "agency"),
            unit("/plans/{plan}/tasks/{id}/hand", "id", "running task", WORK),
            unit("/plans/{plan}/tasks/{id}/detail", "id", "running task", WORK),
            unit("/plans/{plan}/tasks/{id}/sub-tasks", "id", "running task", WORK),
            agency("/plans/{plan}/tasks/{id}/sub-tasks/{sub}", "id", "running task", "the plan"),
            agency("/plans/{plan}/tasks/{id}/sub-tasks/{sub}", "sub", "sub-task", "the task"),
            unit("/plans/{plan}/tasks/{id}/sub-tasks/{sub}/", "sub", "sub-task", WORK + ", or to whom it was given"),
            unit("/plans/{plan}/tasks/{id}/progress", "id", "running task", WORK),
            unit("/plans/{plan}/tasks/{id}/dependencies", "id", "running task", WORK),
            part("/plans/{plan}/tasks/{id}/dependencies/{after}", "after", "absent", "the task"),
            agency("/plans/{id}/timeline", "id", "running", "agency"),
            word("/calendar/{year}", "year", "2026"),
            word("/calendar/{year}/{month}", "month", "11"),
            word("/calendar/{year}/{month}/{day}", "day", "20"),
            unit(
                    "/plans/{plan}/tasks/{id}/evidence/{proof}/take-back",
                    "proof",
                    "evidence",
                    "the task, and the units for which the role reports or follows up"),
            agency("/plans/{plan}/tasks/{id}/evidence/{proof}/thumbnail", "proof", "evidence", "the task"),
            unit(
                    "/plans/{plan}/tasks/{id}/evidence/{proof}/original",
                    "proof",
                    "evidence",
                    "the task, and the units that the role examines"),
            agency("/plans/{plan}/tasks/{id}/evidence/{proof}", "proof", "evidence", "the task"),
            unit(
                    "/urging/{id}",
                    "id",
                    "urging",
                    "urged by the own agency within reach of the role, or urging a unit for which the role answers"),
            unit("/urging/{id}/drop", "id", "urging", "urged by the own agency within reach of the role"),
            part("/urging/{id}/items/{item}", "item", "urging item", "the urging"),
            part("/urging/{id}/answers/{said}", "said", "heard answer", "the urging"),
            agency("/urging/templates/{id}", "id", "urging template", "agency; standard ones are everybody's"),
            agency("/plans/{id}/pass-down", "id", "issued", "agency; for who speaks for the whole of it"),
            agency("/cascades/{id}", "id", "cascade", "the agency that passed it down, and those above it"),
            agency("/cascades/groups/{group}", "group", "group", "agency"),
            agency("/received/{id}", "id", "addressee", "the agency or the division addressed"),
            agency("/work/units/{id}", "id", "unit", "units of the agency"),
            agency("/reports/{id}", "id", "report", DRAFT),
            unit("/oversight/missions/{id}", "id", "mission", OVERSEEN),
            unit("/oversight/missions/{id}/other", "id", "otherMission", OVERSEEN),
            unit("/oversight/missions/{id}/papers", "id", "otherMission", OVERSEEN),
            word("/oversight/missions/{id}/papers/{paper}", "paper", "decision"),
            part("/oversight/missions/{id}/members/{member}", "member", "member", "the mission"),
            part("/oversight/missions/{id}/units/{visit}", "visit", "visit", "the mission"),
            unit("/oversight/visits/{id}", "id", "visit", OVERSEEN),
            part("/oversight/visits/{id}/findings/{finding}", "finding", "finding", "the visit"),
            part("/oversight/visits/{id}/evidence/{proof}", "proof", "proof", "the visit"),
            unit("/oversight/originals/{proof}", "proof", "proof", "the units that the role examines"),
            unit("/oversight/recommendations/{id}", "id", "recommendation", OVERSEEN + "; the responsible unit"),
            part("/oversight/recommendations/{id}/evidence/{proof}", "proof", "absent", "the recommendation"),
            unit("/oversight/planned/{id}", "id", "planned", "units within reach"),
            word("/oversight/programmes/{year}", "year", "2026"),
            word("/api/data/{dataset}", "dataset", "ABSENT"),
            word("/api/forms/{form}/data", "form", "ABSENT"),
            agency("/initiatives/{id}", "id", "initiative", "agency; a draft by its author; changes within reach"),
            part("/initiatives/{id}/measures/{measure}", "measure", "measure", "the initiative"),
            part("/initiatives/{id}/evidence/{proof}", "proof", "absent", "the initiative"),
            part("/initiatives/{id}/tasks/{task}", "task", "pilot task", "the initiative"),
            agency("/oversight/checklists/{id}", "id", "checklist", "agency"),
            agency("/statistics/publications/{id}", "id", "publication", "agency; a prepared one by who publishes"),
            unit("/accounts/{id}", "id", "account", "units where it was opened, holds a role, or its person sits"),
            agency("/accounts/{id}/roles/{grant}", "grant", "grant", "the account, and the scope of the role"),
            agency("/accounts/tokens/{id}", "id", "agency token", "tokens that act for an agency within reach"),
            unit("/delegations/roles/{id}", "id", "delegation", "who gave it, or who leads where its holder sits"),
            unit(
                    "/accounts/review/{id}",
                    "id",
                    "account",
                    "units where it was opened, holds a role, or its person sits"),
            own("/notices/{id}", "id", "notice"),
            part("/operations/mail/{id}", "id", "absent", "of the installation: no content of any agency"),
            own("/account/record/requests/{id}", "id", "own request"),
            number("/audit/checkpoints/{no}", "no", "of the installation: hashes and signatures, no records"),
            open(
                    "/audit/records/{id}",
                    "id",
                    "account",
                    "rows of the own agency, which are there when its people tried an id of another"),
            unit("/people/requests/{id}", "id", "data request", "the unit where the person sits"),
            own("/account/sessions/{id}", "id", "session"),
            own("/account/tokens/{id}", "id", "token"),
            own("/account/factors/passkeys/{id}", "id", "passkey"),
            open(
                    "/statistics/indicators/{id}",
                    "id",
                    "indicator",
                    "whoever reads statistics; changes by statisticians"),
            part("/statistics/indicators/{id}/targets/{target}", "target", "absent", "the indicator"),
            open("/statistics/elements/{id}", "id", "element", "statisticians"),
            word("/statistics/dimensions/{code}", "code", "SEX"),
            open("/units/{id}", "id", "unit", "the map of units is open to everybody who is signed in"),
            // Asked for without a script it only leads to the page of the tree, which any address may be given.
            new Variable(
                    "/units/tree/branch/{id}",
                    "id",
                    Kind.WORD,
                    "0199b0c8-0000-7000-8000-000000000000",
                    "the map of units is open to everybody who is signed in"),
            open("/units/tree/", "id", "unit", "the map of units is open to everybody who is signed in"),
            unit("/units/{id}/describe", "id", "unit", "units within reach"),
            open("/units/events/{id}", "id", "event", "the map of units is open to everybody who is signed in"),
            agency("/units/events/{id}/undo", "id", "event", "units within reach"),
            word("/imports/new/{kind}", "kind", "units"),
            unit("/statistics/dashboards/{id}", "id", "dashboard", "units whose figures are within reach"),
            word("/statistics/figures/{code}", "code", "STAFF"),
            own("/imports/{id}", "id", "own import"),
            unit("/people/{id}", "id", "person", "the unit where the person sits"),
            part("/people/{id}/offices/{office}", "office", "office", "the person"),
            unit("/statistics/submissions/{id}", "id", "submission", "units within reach in the period or today"),
            part("/statistics/submissions/{id}/remarks/{remark}", "remark", "absent", "the submission"),
            part("/statistics/submissions/{id}/evidence/{proof}", "proof", "absent", "the submission"),
            open("/statistics/forms/{id}", "id", "form", "what is asked is public to everybody who reads figures"),
            part("/statistics/forms/{id}/assignments/{assignment}", "assignment", "absent", "the form"),
            word("/statistics/forms/{id}/draft/sections/{number}", "number", "1"));

    private static final Map<String, String> HEARD = Map.of(
            "way",
            "TELEPHONE",
            "who",
            "Trưởng phòng",
            "heardOn",
            TypedDay.print(LocalDate.now(Today.ZONE)),
            "answer",
            "DONE");

    /** Fields without which a form is refused before its record is looked for, beside those that are told from the code. */
    static final Map<String, Map<String, String>> FIELDS = Map.of(
            "POST /documents/{id}/blocks/{block}", Map.of("version", "1", "text", "x"),
            "POST /documents/{id}/mend", Map.of("field", "subjectLine"),
            "POST /plans/{id}/tasks/{task}", Map.of("version", "1", "text", "x"),
            "POST /urging/{id}/items/{item}/answer", Map.of("answer", "DONE"),
            "POST /urging/{id}/items/{item}/heard", HEARD,
            "POST /urging/{id}/answers/{said}", HEARD,
            "POST /urging/{id}/answers/{said}/withdraw", Map.of("reason", "Ghi nhầm"),
            "POST /people/{id}/offices/{office}/end", Map.of("on", "2026-01-01"),
            "POST /accounts/tokens/{id}/revoke", Map.of("reason", "Máy đã bỏ"),
            "POST /statistics/publications/{id}/withdraw", Map.of("why", "Nhập nhầm"));

    /**
     * What answers 404 to own ids too in this installation: no provider of identities, no newer version of an import, an
     * idea of somebody else, no form in force.
     */
    static final Set<String> NOTHING_THERE = Set.of(
            "POST /initiatives/{id}/withdraw",
            "POST /accounts/{id}/sign-in/identities",
            "POST /accounts/{id}/sign-in/identities/remove",
            "GET /plans/imports/{id}/difference",
            "GET /api/forms/{form}/data");

    /** An id, or a number, that never was. */
    static String never(Variable variable) {
        return variable.kind() == Kind.NUMBER ? "999999999" : Uuid7.create().toString();
    }

    static Optional<Variable> of(String path, String name) {
        return ALL.stream()
                .filter(variable -> variable.name().equals(name) && path.startsWith(variable.path()))
                .max(Comparator.comparingInt(variable -> variable.path().length()));
    }

    private static Variable agency(String path, String name, String record, String scope) {
        return new Variable(path, name, Kind.AGENCY, record, scope);
    }

    private static Variable unit(String path, String name, String record, String scope) {
        return new Variable(path, name, Kind.UNIT, record, scope);
    }

    private static Variable part(String path, String name, String record, String scope) {
        return new Variable(path, name, Kind.PART, record, scope);
    }

    private static Variable own(String path, String name, String record) {
        return new Variable(path, name, Kind.PERSONAL, record, "the own account");
    }

    private static Variable open(String path, String name, String record, String scope) {
        return new Variable(path, name, Kind.PUBLIC, record, scope);
    }

    private static Variable number(String path, String name, String scope) {
        return new Variable(path, name, Kind.NUMBER, "absent", scope);
    }

    private static Variable word(String path, String name, String word) {
        return new Variable(path, name, Kind.WORD, word, "no id");
    }

    /** For the message of a test that misses one. */
    static String missing(String path, String name) {
        return "EndpointIds.ALL needs a line for {%s} of %s".formatted(name, path);
    }
}
