package vn.binhdang.walk;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the fields of forms are, for the walk: the id of a record, or words. A new field of a writing address that could
 * hold an id needs a line here; fields are read from the parameters of the handler and the components of its form. Dates,
 * numbers, choices and ticks are none.
 */
final class FormFields {
    private static final LocalDate TODAY = LocalDate.now(vn.binhdang.calendar.Today.ZONE);
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String DAY = SHOWN.format(TODAY);
    private static final String SOON = TODAY.plusDays(50).toString();
    private static final String LATER = TODAY.plusDays(55).toString();

    /** An own id is answered in another way than an absent one, which depends on the day. */
    static final int OTHERWISE = 0;

    /** One of several, of which those that are gone are passed over: nothing changes, and nobody is told. */
    static final int PASSED_OVER = 1;

    /** Of the product, for checks. */
    private static final String STANDARD_LIST = "01970000-0000-7000-8000-000000000002";

    private FormFields() {}

    /**
     * A field that takes the id of a record.
     * @param record which record of {@link WalkedRecords}
     * @param shape how the id is written: "%s" alone, or with something beside it
     * @param beside the other fields of a form that would be accepted; "{person}" stands for an own record
     * @param done what an own id is answered
     * @param by who would be heard, where it takes more than a role
     */
    record Id(
            String endpoint,
            String field,
            String record,
            String shape,
            Map<String, String> beside,
            int done,
            String by) {
        Id by(String username) {
            return new Id(endpoint, field, record, shape, beside, done, username);
        }

        Id shaped(String other) {
            return new Id(endpoint, field, record, other, beside, done, by);
        }

        Id answers(int status) {
            return new Id(endpoint, field, record, shape, beside, status, by);
        }

        /** The whole form with an id in the field. */
        Map<String, String> form(String id, Map<String, String> own) {
            var form = new HashMap<String, String>();
            beside.forEach((name, value) ->
                    form.put(name, value.startsWith("{") ? own.get(value.substring(1, value.length() - 1)) : value));
            form.put(field, shape.formatted(id));
            return form;
        }
    }

    private static final String[] UNITS_BOOK = {"form", "BDG-01", "period", "2025"};

    private static final String[] ROLE = {"role", "STATISTICIAN", "from", TODAY.toString()};
    private static final String[] DELEGATION = {"from", SOON, "lastDay", LATER, "reference", "QĐ 5"};
    private static final String[] OFFICE = {
        "revision", "{revision}", "rank", "MEMBER", "title", "Chuyên viên", "from", DAY
    };

    private static final String[] MISSION = {
        "kind",
        "CHECK",
        "subject",
        "Kiểm tra quý",
        "from",
        DAY,
        "to",
        SHOWN.format(TODAY.plusDays(5)),
        "version",
        "1",
        "checklist",
        STANDARD_LIST
    };
    private static final String[] SUB_TASK = {"text", "Việc con", "dueOn", DAY, "version", "1"};
    private static final String[] URGING = {
        "way", "APP", "words", "Đề nghị trả lời", "answerBy", TODAY.plusDays(20).toString()
    };
    private static final String[] PASSING = {"replyBy", SHOWN.format(TODAY.plusDays(20)), "seen", "1"};

    private static final String[] OTHER_BODY = {
        "kind",
        "INSPECTION",
        "body",
        "Thanh tra tỉnh",
        "number",
        "45/QĐ-TTT",
        "decidedOn",
        SHOWN.format(TODAY),
        "subject",
        "Việc chấp hành pháp luật",
        "from",
        SHOWN.format(TODAY),
        "to",
        SHOWN.format(TODAY)
    };

    static final List<Id> IDS = List.of(
            id("POST /accounts/{id}/roles", "scope", "unit", ROLE),
            id("POST /accounts/{id}/roles/{grant}", "scope", "unit", ROLE),
            id("POST /accounts", "person", "newcomer", "username", "nguoimoi").answers(200),
            id("POST /delegations/roles", "to", "account", with(DELEGATION, "kind", "SUBSTITUTE")),
            id("POST /delegations/roles", "absent", "account", with(DELEGATION, "kind", "SUBSTITUTE", "to", "{clerk}")),
            id(
                    "POST /delegations/roles",
                    "scope",
                    "unit",
                    with(DELEGATION, "kind", "BY_AUTHORISATION", "role", "HEAD", "to", "{clerk}")),
            id("POST /plans/{plan}/tasks/{id}/dependencies", "after", "earlier task"),
            // Still on its way: an own one is refused like one that is gone. Who walks is on no team and answers for no
            // recommendation, and hears that first.
            arrived("POST /plans/{plan}/tasks/{id}/progress", "state", "DONE", "version", "0"),
            arrived("POST /oversight/visits/{id}/findings", "grade", "SHORTCOMING", "text", "Sổ")
                    .answers(409),
            arrived(
                            "POST /oversight/visits/{id}/findings/{finding}",
                            "grade",
                            "SHORTCOMING",
                            "text",
                            "Sổ",
                            "version",
                            "0")
                    .answers(409),
            arrived("POST /oversight/recommendations/{id}/report", "words", "Đã làm", "version", "0")
                    .answers(409),
            arrived("POST /oversight/missions/other", with(OTHER_BODY, "unit", "Văn phòng")),
            arrived("POST /oversight/missions/{id}/other", with(OTHER_BODY, "version", "0")),
            arrived(
                    "POST /oversight/missions/{id}/other/conclusion",
                    "number",
                    "12/KL-TTT",
                    "day",
                    SHOWN.format(TODAY),
                    "version",
                    "0"),
            arrived("POST /initiatives/{id}/evidence"),
            arrived("POST /statistics/submissions/{id}/evidence"),
            arrived("POST /initiatives/{id}/measures/{measure}/evidence"),
            id("POST /account/identities/remove", "subject", "identity", "issuer", WalkedRecords.ISSUER),
            id(
                    "POST /documents/{id}/signature",
                    "signer",
                    "signer",
                    "capacity",
                    "BY_OFFICE",
                    "version",
                    "{signature mark}"),
            id("POST /documents/{id}/approve", "signer", "signer", "mark", "{mark}")
                    .shaped("%s:HEAD")
                    .by("giamdoc"),
            id(
                            "POST /documents/delegations",
                            "to",
                            "person",
                            "capacity",
                            "TL",
                            "scope",
                            "Giấy mời",
                            "reference",
                            "QĐ 6",
                            "from",
                            TODAY.toString())
                    .by("giamdoc"),
            id("POST /people/{id}/move", "unit", "agency", OFFICE),
            id("POST /people/{id}/offices/new", "unit", "agency", OFFICE),
            id("POST /people/{id}/offices/{office}", "unit", "agency", OFFICE),
            id(
                    "POST /people",
                    "unit",
                    "unit",
                    "familyName",
                    "Lò Thị",
                    "givenName",
                    "Mới",
                    "sex",
                    "F",
                    "legalStatus",
                    "CIVIL_SERVANT",
                    "rank",
                    "MEMBER",
                    "title",
                    "Chuyên viên",
                    "from",
                    DAY),
            id(
                    "POST /units/events",
                    "corrects",
                    "event",
                    "step",
                    "record",
                    "kind",
                    "rename",
                    "unit",
                    "Phòng Kế hoạch - Tài chính",
                    "on",
                    DAY,
                    "legalBasis",
                    "QĐ 7",
                    "source",
                    "Công báo",
                    "newName",
                    "Phòng Tài chính",
                    "newKind",
                    "DIVISION"),
            id("POST /plans/new/after", "source", "running", "year", "2027"),
            id("POST /plans/{id}/tasks/assign", "task", "task", "lead", "Văn phòng"),
            id("POST /plans/import", "newerThan", "brought", "pasted", "KẾ HOẠCH\nI. Việc phải làm"),
            id("POST /reports/new", "plan", "issued", "year", "2024", "period", "YEAR-1"),
            id("POST /plans/{plan}/tasks/{id}/hand", "to", "person", "version", "0")
                    .answers(PASSED_OVER),
            id("POST /plans/{plan}/tasks/{id}/sub-tasks", "to", "person", SUB_TASK)
                    .shaped("person:%s")
                    .answers(PASSED_OVER),
            id("POST /plans/{plan}/tasks/{id}/sub-tasks/{sub}/content", "to", "person", SUB_TASK)
                    .shaped("person:%s")
                    .answers(PASSED_OVER),
            id("POST /oversight/missions/new", "planned", "planned", MISSION),
            id("POST /oversight/missions/new", "checklist", "checklist", MISSION),
            id("POST /oversight/missions/{id}", "checklist", "checklist", MISSION),
            // A team draws on the whole agency.
            id("POST /oversight/missions/{id}/members", "person", "person").by("walks.office_clerk"),
            // The unit is asked for by a name that several bear here: that nothing came of it is told by the rows.
            id("POST /oversight/visits/{id}/recommendations", "finding", "finding", "text", "Bổ sung", "dueOn", LATER)
                    .answers(PASSED_OVER),
            id("POST /urging", "task", "running task", URGING).answers(OTHERWISE),
            id("POST /urging", "unit", "unit", with(URGING, "report", "Báo cáo quý"))
                    .answers(OTHERWISE),
            id("POST /urging/proposals/send", "proposal", "proposal", "which", "chosen")
                    .answers(PASSED_OVER),
            id("POST /urging/proposals/drop", "proposal", "proposal").answers(PASSED_OVER),
            id("POST /statistics/submissions", "unit", "agency", "form", "{form}", "period", "2022"),
            id("POST /statistics/to-accept", "chosen", "submission")
                    .shaped("%s:1")
                    .answers(200),
            id("POST /statistics/board/urge", "unit", "agency", "form", "BDG-01", "period", "2025", "whom", "open")
                    .answers(200),
            // One that is not expected on the board is passed over.
            id("POST /statistics/board/urge", "chosen", "unit", "form", "BDG-01", "period", "2025", "unit", "{agency}")
                    .answers(PASSED_OVER),
            // No file comes with it, and none was brought before: said once the unit is found to be the own one.
            id("POST /statistics/board/workbook", "unit", "agency", UNITS_BOOK).answers(422),
            id("POST /statistics/board/workbook/write", "unit", "agency", with(UNITS_BOOK, "stand", "0"))
                    .answers(409),
            id("POST /statistics/board/workbook/leave", "unit", "agency", UNITS_BOOK)
                    .answers(409),
            id("POST /work/read", "document", "issued"),
            id("POST /work/read/undo", "document", "issued"),
            id("POST /plans/{id}/pass-down", "clause", "clause", with(PASSING, "names", "Văn phòng")),
            id("POST /plans/{id}/pass-down", "group", "group", with(PASSING, "clause", "{clause}"))
                    .answers(PASSED_OVER),
            id("POST /plans/{id}/pass-down/preview", "clause", "clause", PASSING)
                    .answers(PASSED_OVER),
            id("POST /plans/{id}/pass-down/preview", "group", "group", PASSING).answers(PASSED_OVER));

    /** Names that stand for words wherever they occur. */
    private static final Set<String> WORDS = Set.of(
            "action",
            "addressees",
            "answer",
            "answerDays",
            "back",
            "below",
            "birthYear",
            "capacity",
            "chain",
            "choice",
            "code",
            "comment",
            "cost",
            "currentPassword",
            "days",
            "degree",
            "doneOn",
            "dueOn",
            "ends",
            "familyName",
            "from",
            "funding",
            "givenName",
            "goal",
            "grade",
            "groupName",
            "issuer",
            "keyLeader",
            "kind",
            "label",
            "lastDay",
            "leader",
            "leads",
            "legalStatus",
            "link",
            "linkDate",
            "linkTitle",
            "mark",
            "measure",
            "measuredIn",
            "names",
            "newPassword",
            "noDueReason",
            "noEvidenceReason",
            "note",
            "on",
            "partyCommittee",
            "password",
            "pasted",
            "period",
            "printAssignments",
            "promisedOn",
            "q",
            "quarter",
            "rank",
            "reached",
            "reason",
            "recipient",
            "recoveryCode",
            "reference",
            "repeated",
            "replyBy",
            "round",
            "search",
            "sex",
            "share",
            "shift",
            "show",
            "staffCode",
            "state",
            "status",
            "step",
            "title",
            "tradeUnion",
            "username",
            "verified",
            "version",
            "what",
            "which",
            "withBelow",
            "words",
            "year",
            "youthUnion");

    /** Words of one address, where a name says less; for a form that is read by name, all it reads. */
    private static final Map<String, Set<String>> WORDS_OF = Map.ofEntries(
            // Tried with a third agency in ChoosingAnAgencyTest: nobody who walks has roles in two.
            words("POST /account/agency", "agency"),
            words("POST /account/factors/passkeys", "name"),
            // The name an operator gave a provider; the walk starts without any.
            words("POST /account/identities/link", "provider"),
            words("POST /account/tokens", "name", "scopes"),
            words("POST /api/values", "as"),
            words("POST /api/adx", "as", "calendar"),
            words("POST /arriving-files", "name"),
            words("POST /accounts/{id}/sign-in/identities", "provider", "subject"),
            words("POST /accounts/{id}/sign-in/identities/remove", "subject"),
            // A place in the reader's own list, after which newer notices stay unread.
            words("POST /notices/read-all", "upTo"),
            words("POST /account/notices", "*"),
            words("POST /account/notices/address", "address"),
            words("POST /account/record/requests", "field"),
            words("POST /accounts/review/{id}/confirm", "after"),
            words("POST /accounts/review/{id}/end", "after"),
            words("POST /audit/export", "*"),
            words("POST /delegations/roles", "role"),
            words("POST /accounts/{id}/roles", "role"),
            words("POST /accounts/{id}/roles/{grant}", "role"),
            words("POST /documents/delegations", "scope"),
            words("POST /documents/{id}/blocks/{block}", "*"),
            words("POST /documents/{id}/head/{field}", "*"),
            words("POST /documents/{id}/signature", "*"),
            words("POST /documents/{id}/bases/{index}", "*"),
            words("POST /documents/{id}/mend", "*", "field", "value"),
            words("POST /documents/{id}/erratum", "*"),
            words("POST /documents/{id}/issue", "day"),
            // The names of jobs, which belong to no agency.
            words("POST /operations/jobs/run", "task", "instance"),
            // Narrows a list down that shows what is in reach only.
            words("POST /people/search", "unit", "after"),
            // Units by name: an id is none.
            words(
                    "POST /units/events",
                    "*",
                    "unit",
                    "target",
                    "newParent",
                    "part",
                    "taker",
                    "legalBasis",
                    "source",
                    "function",
                    "newKind",
                    "newName",
                    "newShort",
                    "newAbbreviation",
                    "partKind",
                    "partShare",
                    "takerFunction"),
            words("POST /units/{id}/describe", "value"),
            words("POST /plans/{plan}/tasks/{id}/sub-tasks", "text"),
            words("POST /account/calendar", "whose"),
            words("POST /plans/{plan}/tasks/{id}/sub-tasks/{sub}/content", "text"),
            // To whom it is given stays as it is.
            words("POST /plans/{plan}/tasks/{id}/sub-tasks/{sub}/state", "text", "to"),
            // Units and a person by their names, which the page reads within reach.
            words("POST /statistics/elements/new", "*"),
            words("POST /statistics/dimensions", "*"),
            words("POST /statistics/dimensions/{code}", "category"),
            words("POST /statistics/dimensions/{code}/categories", "*"),
            words("POST /statistics/dimensions/{code}/name", "*", "category"),
            words("POST /statistics/elements/{id}/change", "*"),
            words("POST /statistics/indicators/new", "*"),
            words("POST /statistics/indicators/{id}/change", "*"),
            words("POST /statistics/indicators/{id}/confirm", "source"),
            words("POST /statistics/indicators/{id}/targets", "*"),
            words("POST /statistics/indicators/{id}/targets/{target}/confirm", "source"),
            words("POST /initiatives/new", "*"),
            words("POST /initiatives/{id}", "*"),
            words("POST /initiatives/{id}/comments", "*"),
            words("POST /initiatives/{id}/conclusion", "*"),
            words("POST /initiatives/{id}/decision", "*"),
            words("POST /initiatives/{id}/decline", "*"),
            words("POST /initiatives/{id}/measures", "*"),
            words("POST /initiatives/{id}/measures/{measure}", "*"),
            words("POST /initiatives/{id}/offers", "*"),
            words("POST /initiatives/{id}/outcome", "*"),
            words("POST /initiatives/{id}/pilot", "*"),
            words("POST /initiatives/{id}/tasks", "*"),
            words("POST /initiatives/{id}/units", "*"),
            words("POST /oversight/checklists", "questions"),
            // A unit by its name.
            words("POST /oversight/programmes/{year}", "subject", "unit"),
            words("POST /oversight/missions/new", "subject", "to", "unit"),
            words("POST /oversight/missions/{id}/units", "unit"),
            words(
                    "POST /oversight/missions/other",
                    "body",
                    "number",
                    "decidedOn",
                    "basis",
                    "arrival",
                    "subject",
                    "to",
                    "unit"),
            words(
                    "POST /oversight/missions/{id}/other",
                    "body",
                    "number",
                    "decidedOn",
                    "basis",
                    "arrival",
                    "subject",
                    "to",
                    "unit"),
            words("POST /oversight/missions/{id}/other/conclusion", "number", "day", "arrival", "summary"),
            // Chosen when a round begins, and no more afterwards.
            words("POST /oversight/missions/{id}", "subject", "to", "unit", "planned"),
            words("POST /oversight/visits/{id}/answers", "*"),
            words("POST /oversight/visits/{id}/findings", "text"),
            words("POST /oversight/visits/{id}/findings/{finding}", "text"),
            words("POST /oversight/visits/{id}/recommendations", "text", "unit"),
            // A fate for each task of the plan; others are not looked for.
            words("POST /plans/{id}/next", "*"),
            // The code of a target of the state.
            words("POST /plans/{id}/targets/{place}", "target"),
            words("POST /urging", "*"),
            words("POST /urging/settings/rule", "source"),
            words("POST /urging/settings/days", "day", "name", "source"),
            words("POST /urging/{id}/items/{item}/heard", "way", "who", "heardOn", "words"),
            words("POST /urging/{id}/answers/{said}", "way", "who", "heardOn", "words"),
            words("POST /urging/{id}/answers/{said}/withdraw", "reason"),
            words("POST /urging/templates/new", "name"),
            words("POST /urging/templates/{id}", "name"),
            // A group is saved from the names alone.
            words("POST /plans/{id}/pass-down/group", "clause", "group"),
            words("POST /plans/new", "subject"),
            words("POST /plans/{id}/amendments", "form"),
            words("POST /amendments/{id}/tasks", "*"),
            words("POST /amendments/{id}/tasks/{task}", "*"),
            words("POST /amendments/{id}/tasks/{task}/drop", "*"),
            words("POST /amendments/{id}/parts", "*"),
            words("POST /amendments/{id}/parts/{part}", "*"),
            words("POST /amendments/{id}/parts/{part}/drop", "*"),
            words("POST /plans/{id}/tasks/{task}", "*"),
            words("POST /plans/{id}/tasks/{task}/mend", "field", "value"),
            words("POST /plans/{id}/tasks/assign", "lead"),
            words("POST /reports/new", "to"),
            // A form and a period by their codes.
            words("POST /statistics/to-accept", "of"),
            words("POST /statistics/board/urge", "form", "period", "filter", "words", "whom", "way"),
            words("POST /statistics/board/workbook", "form", "period"),
            words("POST /statistics/board/workbook/write", "form", "period", "stand"),
            words("POST /statistics/board/workbook/leave", "form", "period"),
            words("POST /statistics/submissions/{id}/amendment", "reason"),
            words("POST /statistics/submissions/{id}/send-back", "reason"),
            words("POST /statistics/submissions/{id}/remarks", "words"),
            // Figures and notes, by the slots of the own form.
            words("POST /statistics/submissions/{id}", "*"),
            words("POST /statistics/submissions/{id}/cells", "*"),
            words("POST /statistics/forms", "*"),
            // What is asked is the same for every agency.
            words("POST /statistics/submissions", "form"),
            // A unit by its name.
            words("POST /statistics/forms/{id}/assignments", "*"),
            words("POST /statistics/forms/{id}/deadlines", "*"),
            words("POST /statistics/forms/{id}/draft/cells", "*"),
            words("POST /statistics/forms/{id}/draft/force", "validFrom"),
            words("POST /statistics/forms/{id}/draft/rules", "*"),
            words("POST /statistics/forms/{id}/draft/sections/{number}", "*", "then"),
            // A unit by its name, figures by their codes.
            words("POST /statistics/dashboards", "*"),
            words("POST /statistics/dashboards/{id}/change", "*"),
            words("POST /statistics/publications/{id}/withdraw", "why"),
            words("POST /accounts/tokens/{id}/revoke", "reason"),
            words(
                    "POST /statistics/publications",
                    "element",
                    "indicator",
                    "periods",
                    "by",
                    "map",
                    "method",
                    "threshold"));

    /** User names of those who walk beside one for each role. */
    static List<String> heard() {
        return Stream.concat(Stream.of(WalkedRecords.OWNER), IDS.stream().map(Id::by))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    static List<Id> of(String endpoint) {
        return IDS.stream().filter(id -> id.endpoint().equals(endpoint)).toList();
    }

    /** Fields of an address of which nobody said what they are. */
    static List<String> unknown(Endpoint endpoint) {
        return endpoint.fields().stream()
                .filter(Endpoint.Field::mayBeId)
                .map(Endpoint.Field::name)
                .filter(name -> !isKnown(endpoint.text(), name))
                .map(name -> "FormFields needs a line for the field '%s' of %s".formatted(name, endpoint.text()))
                .toList();
    }

    private static boolean isKnown(String endpoint, String name) {
        return of(endpoint).stream().anyMatch(id -> id.field().equals(name))
                || WORDS_OF.getOrDefault(endpoint, Set.of()).contains(name)
                || WORDS.contains(name);
    }

    /** Lines about addresses or fields that are no more, and words that are an id elsewhere. */
    static List<String> stale(List<Endpoint> endpoints) {
        var faults = new ArrayList<String>();
        var known = new HashMap<String, List<String>>();
        for (var one : endpoints)
            known.put(
                    one.text(), one.fields().stream().map(Endpoint.Field::name).toList());
        for (var id : IDS) {
            var fields = known.getOrDefault(id.endpoint(), List.of());
            if (!fields.contains(id.field()) && !fields.contains("*"))
                faults.add("FormFields names a field that is no more: %s of %s".formatted(id.field(), id.endpoint()));
            if (WORDS.contains(id.field())) faults.add("FormFields calls %s words everywhere".formatted(id.field()));
        }
        WORDS_OF.forEach((endpoint, names) -> names.stream()
                .filter(name -> !known.getOrDefault(endpoint, List.of()).contains(name))
                .forEach(name ->
                        faults.add("FormFields names a field that is no more: %s of %s".formatted(name, endpoint))));
        return faults;
    }

    private static Id id(String endpoint, String field, String record, String... beside) {
        var fields = new HashMap<String, String>();
        for (int i = 0; i < beside.length; i += 2) fields.put(beside[i], beside[i + 1]);
        return new Id(endpoint, field, record, "%s", Map.copyOf(fields), 302, "");
    }

    private static Id arrived(String endpoint, String... beside) {
        return id(endpoint, "arrived", "arriving file", beside).answers(422);
    }

    private static String[] with(String[] fields, String... others) {
        return Stream.concat(Stream.of(fields), Stream.of(others)).toArray(String[]::new);
    }

    private static Map.Entry<String, Set<String>> words(String endpoint, String... names) {
        return Map.entry(endpoint, Set.of(names));
    }
}
