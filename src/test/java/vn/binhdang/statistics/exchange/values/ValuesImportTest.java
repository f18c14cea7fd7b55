package vn.binhdang.statistics.exchange.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotAllowed;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.InventedProvinces;
import vn.binhdang.statistics.Submission;
import vn.binhdang.statistics.SubmissionState;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.statistics.collection.FormDefinition;
import vn.binhdang.statistics.collection.FormVersions;
import vn.binhdang.statistics.collection.Severity;
import vn.binhdang.statistics.indicator.expression.CellRef;
import vn.binhdang.statistics.indicator.expression.Result;
import vn.binhdang.statistics.rollup.FigureQuestion;
import vn.binhdang.statistics.rollup.Figures;
import vn.binhdang.statistics.rollup.Measure;
import vn.binhdang.testing.PageTest;
import vn.binhdang.web.Text;

@PageTest
class ValuesImportTest {
    @Autowired
    ValuesImport values;

    @Autowired
    Submissions submissions;

    @Autowired
    Figures figures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FormVersions versions;

    InventedProvinces land;
    Actor statistician;
    UnitId commune;

    @BeforeEach
    void invent() {
        land = new InventedProvinces(jdbc, 2, 2);
        statistician = InventedProvinces.actor(land.country, Role.STATISTICIAN);
        commune = land.communes.get(0).get(0);
    }

    @Test
    void accepted_values_stand_in_the_totals_and_the_same_content_is_taken_once() throws IOException {
        var rows = row(commune, land.staff(), "SEX=F", "12") + row(commune, land.staff(), "SEX=M", "8");
        var answer = accepted(rows);
        assertThat(answer.taken()).isEqualTo(2);
        assertThat(answer.submissions()).isEqualTo(1);
        assertThat(total()).isEqualTo(20);
        var again = accepted(rows);
        assertThat(again.repeated()).isTrue();
        assertThat(again.request()).isEqualTo(answer.request());
        assertThat(total()).isEqualTo(20);
    }

    @Test
    void other_values_later_are_an_amendment_and_what_they_leave_out_stays() throws IOException {
        accepted(row(commune, land.staff(), "SEX=F", "12") + row(commune, land.staff(), "SEX=M", "8"));
        accepted(row(commune, land.staff(), "SEX=F", "15"));
        assertThat(total()).isEqualTo(23);
        assertThat(revisions())
                .extracting(Submission::state)
                .containsExactly(SubmissionState.REPLACED, SubmissionState.ACCEPTED);
        assertThat(revisions().getLast().cells().value(1)).isEqualTo(8);
    }

    @Test
    void what_is_accepted_has_the_same_history_as_what_people_send_up() throws IOException {
        accepted(row(commune, land.staff(), "SEX=F", "12") + row(commune, land.staff(), "SEX=M", "8"));
        accepted(row(commune, land.staff(), "SEX=F", "15"));
        assertThat(steps()).containsExactly("0 SUBMITTED", "0 ACCEPTED", "1 AMENDED", "1 SUBMITTED", "1 ACCEPTED");
        accepted(row(commune, land.staff(), "SEX=F", "15.0"));
        assertThat(steps()).as("nothing changed").hasSize(5);
        assertThat(jdbc.sql("""
            select count(*) from stat_submission_step t join stat_submission s on s.id = t.submission_id
            where  s.unit_id = :unit and t.by_account = s.changed_by and t.by_agency is not null
            """)
                        .param("unit", commune.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
    }

    private List<String> steps() {
        return jdbc.sql("""
            select s.revision || ' ' || t.step from stat_submission_step t join stat_submission s on s.id = t.submission_id
            where  s.unit_id = :unit order by t.at, t.id
            """).param("unit", commune.value()).query(String.class).list();
    }

    @Test
    void each_faulty_row_is_told_with_its_number_and_the_others_are_taken() throws IOException {
        var stranger = UnitId.create();
        var answer = accepted(row(commune, land.staff(), "SEX=F", "12")
                + row(commune, "NO_SUCH", "", "1")
                + row(commune, land.staff(), "SEX=X", "1")
                + row(stranger, land.staff(), "SEX=F", "1")
                + row(commune, land.staff(), "SEX=M", "-1")
                + row(commune, land.staff(), "SEX=M", "1.5")
                + "[1]\n"
                + "{\"form\":\"" + land.formCode() + "\",\"period\":\"2025Q1\",\"unit\":\"" + commune + "\"}\n"
                + "{\"what\":1}\n"
                + row(commune, land.staff(), "SEX=M", "NA"));
        assertThat(answer.rows()).isEqualTo(10);
        assertThat(answer.taken()).isEqualTo(2);
        assertThat(answer.refused()).isEqualTo(8);
        assertThat(answer.errors())
                .extracting(Answer.Error::row, Answer.Error::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, "element"),
                        org.assertj.core.groups.Tuple.tuple(3L, "slot"),
                        org.assertj.core.groups.Tuple.tuple(4L, "unit"),
                        org.assertj.core.groups.Tuple.tuple(5L, "tooLow"),
                        org.assertj.core.groups.Tuple.tuple(6L, "number"),
                        org.assertj.core.groups.Tuple.tuple(7L, "notAnObject"),
                        org.assertj.core.groups.Tuple.tuple(8L, "periodKind"),
                        org.assertj.core.groups.Tuple.tuple(9L, "unknownField"));
    }

    @Test
    void what_follows_broken_json_is_not_read_and_that_is_said() throws IOException {
        var answer = accepted(
                row(commune, land.staff(), "SEX=F", "12") + "{\"form\": \n" + row(commune, land.staff(), "SEX=M", "1"));
        assertThat(answer.taken()).isEqualTo(1);
        assertThat(answer.errors())
                .singleElement()
                .extracting(Answer.Error::code)
                .isEqualTo("notJson");
    }

    @Test
    void csv_says_the_same_with_either_separator() throws IOException {
        for (String separator : List.of(",", ";")) {
            var head = String.join(separator, "form", "unit", "period", "element", "disaggregation", "value");
            var line = String.join(
                    separator,
                    land.formCode(),
                    commune.toString(),
                    "2025S1",
                    land.staff(),
                    "\"SEX=F\"",
                    separator.equals(",") ? "3" : "4");
            var answer = take(head + "\r\n" + line + "\r\n", "text/csv", ValuesImport.As.ACCEPTED);
            assertThat(answer.taken()).isEqualTo(1);
        }
        assertThat(total()).isEqualTo(4);
        assertThat(take("form,colour\r\nA,red\r\n", "text/csv", ValuesImport.As.ACCEPTED)
                        .errors())
                .extracting(Answer.Error::code)
                .containsExactly("unknownField");
    }

    @Test
    void a_code_whose_holder_changed_within_the_period_needs_a_day() throws IOException {
        var other = land.communes.get(0).get(1);
        code("91234", commune, LocalDate.of(2020, 1, 1), LocalDate.of(2025, 3, 1));
        code("91234", other, LocalDate.of(2025, 3, 1), null);
        code("91235", commune, LocalDate.of(2025, 3, 1), null);
        var answer = accepted(byCode("91234", "", "1") + byCode("91234", "2025-04-01", "2") + byCode("91235", "", "3"));
        assertThat(answer.errors()).extracting(Answer.Error::code).containsExactly("codeNeedsDay");
        assertThat(answer.taken()).isEqualTo(2);
        assertThat(total()).isEqualTo(5);
    }

    @Test
    void drafts_do_not_count_and_what_was_submitted_takes_nothing_more() throws IOException {
        var answer = take(row(commune, land.staff(), "SEX=F", "12"), "application/x-ndjson", ValuesImport.As.DRAFT);
        assertThat(answer.taken()).isEqualTo(1);
        assertThat(revisions().getFirst().state()).isEqualTo(SubmissionState.DRAFT);
        var clerk = InventedProvinces.actor(land.country, Role.OFFICE_CLERK);
        submissions.submit(
                clerk, revisions().getFirst().id(), revisions().getFirst().edition());
        var late = take(row(commune, land.staff(), "SEX=F", "13"), "application/x-ndjson", ValuesImport.As.DRAFT);
        assertThat(late.errors()).extracting(Answer.Error::code).containsExactly("closed");
    }

    @Test
    void who_may_only_enter_does_not_have_values_accepted() {
        var clerk = InventedProvinces.actor(land.country, Role.OFFICE_CLERK);
        assertThatThrownBy(() -> values.take(clerk, in(""), null, ValuesImport.As.ACCEPTED, Text.in(Text.ENGLISH)))
                .isInstanceOf(NotAllowed.class);
        var staff = InventedProvinces.actor(land.country, Role.STAFF);
        assertThatThrownBy(() -> values.take(staff, in(""), null, ValuesImport.As.DRAFT, Text.in(Text.ENGLISH)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void what_breaks_a_rule_of_the_form_is_not_accepted_and_the_rule_is_named() throws IOException {
        versions.putInForce(
                statistician,
                land.form,
                versions.begin(statistician, land.form, withARule()).edition(),
                InventedProvinces.FIRST_DAY);
        var answer = accepted(row(commune, land.staff(), "SEX=F", "1") + row(commune, land.leaders(), "SEX=F", "2"));
        assertThat(answer.taken()).isZero();
        assertThat(answer.errors()).extracting(Answer.Error::code).containsExactly("rule", "rule");
        assertThat(answer.errors().getFirst().message()).contains("Lãnh đạo nữ không nhiều hơn cán bộ nữ");
    }

    private FormDefinition withARule() {
        var rows = List.of(
                new FormDefinition.Heading(land.staff(), "Cán bộ", "Staff"),
                new FormDefinition.Heading(land.leaders(), "Lãnh đạo", "Leaders"));
        var columns = List.of(
                new FormDefinition.Heading("[SEX=F]", "Nữ", "Women"),
                new FormDefinition.Heading("[SEX=M]", "Nam", "Men"));
        return new FormDefinition(
                List.of(new FormDefinition.Section("Bảng", "Table", "", "", false, rows, columns)),
                List.of(),
                List.of(new FormDefinition.Rule(
                        "LEADERS",
                        "%s[SEX=F] <= %s[SEX=F]".formatted(land.leaders(), land.staff()),
                        Severity.ERROR,
                        "Lãnh đạo nữ không nhiều hơn cán bộ nữ",
                        "Not more women lead than there are")));
    }

    private void code(String code, UnitId unit, LocalDate from, LocalDate until) {
        jdbc.sql("""
            insert into unit_code (unit_id, scheme, code, valid_from, valid_to)
            values (:unit, 'ADMINISTRATIVE', :code, :from, cast(:until as date))
            """)
                .param("unit", unit.value())
                .param("code", code)
                .param("from", from)
                .param("until", until)
                .update();
    }

    private String byCode(String code, String date, String value) {
        return "{\"form\":\"%s\",\"code\":\"%s\",\"date\":\"%s\",\"period\":\"2025S1\",\"element\":\"%s\",\"disaggregation\":\"SEX=F\",\"value\":%s}%n"
                .formatted(land.formCode(), code, date, land.staff(), value);
    }

    private String row(UnitId unit, String element, String disaggregation, String value) {
        var written = value.equals("NA") ? "\"NA\"" : value;
        return "{\"form\":\"%s\",\"unit\":\"%s\",\"period\":\"2025S1\",\"element\":\"%s\",\"disaggregation\":\"%s\",\"value\":%s}%n"
                .formatted(land.formCode(), unit, element, disaggregation, written);
    }

    private Answer accepted(String rows) throws IOException {
        return take(rows, "application/x-ndjson", ValuesImport.As.ACCEPTED);
    }

    private Answer take(String rows, String type, ValuesImport.As as) throws IOException {
        return values.take(statistician, in(rows), type, as, Text.in(Text.VIETNAMESE));
    }

    private static ByteArrayInputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Submission> revisions() {
        return submissions.revisions(statistician, land.form, InventedProvinces.HALF, commune, Action.ENTER_STATISTICS);
    }

    private long total() {
        var question = new FigureQuestion(
                List.of(Measure.of(CellRef.total(land.staff()), 0)),
                List.of(land.country),
                List.of(InventedProvinces.HALF),
                null,
                null);
        var figure = figures.answer(question).getFirst();
        return ((Result.Value) figure.value()).number().toDecimal(0).longValueExact();
    }
}
