package vn.binhdang.statistics.indicator.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.binhdang.web.Text;

class ExpressionTest {
    private static final Elements ELEMENTS = new Elements() {
        private final Map<String, Shape> shapes = Map.of(
                "LEADERS",
                new Shape(
                        "LEADERS",
                        List.of(
                                new Dimension("SEX", List.of("F", "M", "U")),
                                new Dimension("AGE", List.of("U30", "A30", "U")))),
                "STAFF",
                new Shape("STAFF", List.of(new Dimension("SEX", List.of("F", "M", "U")))),
                "BODIES",
                new Shape("BODIES", List.of()));

        @Override
        public @Nullable Shape find(String code) {
            return shapes.get(code);
        }

        @Override
        public Collection<String> codes() {
            return shapes.keySet();
        }
    };

    private static Result value(String formula, Map<String, Result> cells) {
        return Expression.of(formula)
                .valueWith(ref -> cells.getOrDefault(ref.toString(), NoValue.because(Reason.MISSING, ref)));
    }

    private static Result value(String formula) {
        return value(formula, Map.of());
    }

    private static Fault fault(String formula) {
        var faults = Expression.read(formula, ELEMENTS).faults();
        assertThat(faults).as(formula).hasSize(1);
        return faults.getFirst();
    }

    private static String word(Fault fault) {
        return fault.key().substring("statistics.formula.fault.".length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2 * 3 | 7",
                "(1 + 2) * 3 | 9",
                "10 - 4 - 3 | 3",
                "24 / 4 / 2 | 3",
                "-3 + 5 | 2",
                "2 * -3 | -6",
                "1 / 3 * 3 | 1",
                "0.1 + 0.2 | 0.3",
                "12 ÷ 5 × 2 − 1 | 3.8",
                "if(2 > 1, 10, 20) | 10",
                "if(1 = 2 or not 3 >= 3, 10, 20) | 20",
                "if(1 < 2 and 2 <= 2 and 3 != 4 and 4 <> 5, 1, 0) | 1",
                "min(3, 1, 2) | 1",
                "greatest(3, 1, 2) | 3",
                "sum(1, 2, 3.5) | 6.5",
                "ABS(-4) | 4",
                "round(2.5) | 3",
                "round(-2.3450, 2) | -2.35",
                "round(1250, -2) | 1300",
                "floor(-1.5) | -2",
                "ceil(1.2) | 2",
                "coalesce(1 / 0, 7) | 7",
            })
    void is_computed_as_people_expect(String formula, String expected) {
        assertThat(value(formula))
                .isInstanceOfSatisfying(
                        Result.Value.class,
                        found -> assertThat(found.number().toString()).isEqualTo(expected));
    }

    @Test
    void a_missing_part_is_never_zero_and_is_named() {
        assertThat(value("#{A} + #{B.SEX=F} * 2", Map.of("#{A}", Result.of(3))))
                .isEqualTo(NoValue.because(Reason.MISSING, new CellRef("B", "SEX=F")));
    }

    @Test
    void all_missing_parts_are_named() {
        assertThat(value("sum(#{A}, #{B}, #{A})"))
                .isInstanceOfSatisfying(
                        NoValue.class,
                        none -> assertThat(none.causes())
                                .extracting(NoValue.Cause::cells)
                                .containsExactly(List.of(CellRef.total("A")), List.of(CellRef.total("B"))));
    }

    @Test
    void a_division_by_zero_is_no_value_and_names_the_divisor() {
        assertThat(value("1 / (#{A} - #{B})", Map.of("#{A}", Result.of(2), "#{B}", Result.of(2))))
                .isEqualTo(NoValue.because(Reason.DIVISION_BY_ZERO, CellRef.total("A"), CellRef.total("B")));
        assertThat(value("0 / 0")).isEqualTo(NoValue.because(Reason.DIVISION_BY_ZERO));
    }

    @Test
    void not_applicable_is_told_apart_from_missing() {
        Map<String, Result> cells = Map.of("#{A}", NoValue.because(Reason.NOT_APPLICABLE, CellRef.total("A")));
        assertThat(value("#{A} * 2", cells)).isEqualTo(cells.get("#{A}"));
        assertThat(value("if(isNotApplicable(#{A}), 1, 0)", cells)).isEqualTo(Result.of(1));
        assertThat(value("if(isMissing(#{A}), 1, 0)", cells)).isEqualTo(Result.of(0));
        assertThat(value("if(isMissing(#{B}), 1, 0)", cells)).isEqualTo(Result.of(1));
    }

    @Test
    void a_condition_is_known_as_soon_as_the_missing_part_cannot_change_it() {
        var false_ = Expression.of("1 > 2 and #{A} > 0").verdictWith(ref -> NoValue.because(Reason.MISSING, ref));
        var alsoFalse = Expression.of("#{A} > 0 and 1 > 2").verdictWith(ref -> NoValue.because(Reason.MISSING, ref));
        var true_ = Expression.of("#{A} > 0 or 2 > 1").verdictWith(ref -> NoValue.because(Reason.MISSING, ref));
        var unknown = Expression.of("#{A} > 0 and 2 > 1").verdictWith(ref -> NoValue.because(Reason.MISSING, ref));
        assertThat(false_).isEqualTo(Verdict.FAILS);
        assertThat(alsoFalse).isEqualTo(Verdict.FAILS);
        assertThat(true_).isEqualTo(Verdict.HOLDS);
        assertThat(unknown).isEqualTo(NoValue.because(Reason.MISSING, CellRef.total("A")));
    }

    @Test
    void only_the_branch_that_is_taken_must_be_known() {
        assertThat(value("if(2 > 1, 5, #{A} / 0)")).isEqualTo(Result.of(5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#{LEADERS.F} | #{LEADERS.SEX=F}",
                "#{leaders.u30;f} | #{LEADERS.SEX=F;AGE=U30}",
                "#{ LEADERS . AGE=U ; SEX=U } | #{LEADERS.SEX=U;AGE=U}",
                "1=1 AND (2<3 && 3>2) | 1 == 1 and (2 < 3 and 3 > 2)",
                "((1)+(2))-(3-4) | 1 + 2 - (3 - 4)",
                "--1 | -(-1)",
                "+1.50 | 1.5",
                "Greatest(1,2) | max(1, 2)",
                "not(1>2) or isnull(#{STAFF}) | not (1 > 2) or isNull(#{STAFF})",
            })
    void is_written_in_one_way_only(String typed, String canonical) {
        var reading = Expression.read(typed, ELEMENTS);
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.expression()).hasToString(canonical);
        assertThat(Expression.read(canonical, ELEMENTS).expression()).hasToString(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "'' | empty | 0 | 0",
                "1 + | tooShort | 3 | 3",
                "1 + * 2 | unexpected | 4 | 5",
                "(1 + 2 | notClosed | 0 | 1",
                "1 + 2) | closedTwice | 5 | 6",
                "1 2 | spacedNumber | 0 | 3",
                "#{STAFF} #{STAFF.F} | noOperator | 9 | 19",
                "#{STAFF} * 1,5 | decimalComma | 11 | 14",
                "#{STAFF} * 100.000 | twoReadings | 11 | 18",
                "1.000.000 | grouped | 0 | 9",
                "#{STAFF} * 30% | percent | 13 | 14",
                "1 < 2 < 3 | chained | 6 | 7",
                "STAFF + 1 | bareWord | 0 | 5",
                "min + 1 | withoutArguments | 0 | 3",
                "average(1, 2) | unknownFunction | 0 | 7",
                "abs(1, 2) | arguments | 0 | 3",
                "sum() | argumentsAtLeast | 0 | 3",
                "round(1, 2, 3) | argumentsBetween | 0 | 5",
                "round(1, #{STAFF}) | places | 9 | 17",
                "1 + (2 > 1) | numberWanted | 4 | 11",
                "if(1, 2, 3) | conditionWanted | 3 | 4",
                "if(1 > 0, 2 > 1, 3) | numberWanted | 10 | 15",
                "#{STAFF | referenceNotClosed | 0 | 7",
                "#{9} | reference | 0 | 4",
                "#{PEOPLE} | unknownElement | 0 | 9",
                "#{STAF} | unknownElementNear | 0 | 7",
                "#{STAFF.X} | unknownCategory | 0 | 10",
                "#{LEADERS.U} | ambiguousCategory | 0 | 12",
                "#{STAFF.F;M} | dimensionTwice | 0 | 12",
                "#{BODIES.F} | notDisaggregated | 0 | 11",
                "1 @ 2 | unknownSign | 2 | 3",
            })
    void a_mistake_is_told_with_its_place(@Nullable String formula, String word, int from, int to) {
        var fault = fault(formula == null ? "" : formula);
        assertThat(word(fault)).isEqualTo(word);
        assertThat(List.of(fault.from(), fault.to())).containsExactly(from, to);
        for (var text : List.of(Text.in(Text.VIETNAMESE), Text.in(Text.ENGLISH)))
            assertThat(text.of(fault.key(), fault.arguments().toArray()))
                    .doesNotContain("{0}", "{1}", "{2}", "{3}")
                    .doesNotContain("'{'");
    }

    @Test
    void all_unknown_elements_are_told_at_once() {
        assertThat(Expression.read("#{ONE} / #{TWO}", ELEMENTS).faults()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "not ", "abs("})
    void endless_nesting_is_refused_and_does_not_break_anything(String again) {
        assertThat(Expression.read(again.repeat(900)).faults())
                .extracting(ExpressionTest::word)
                .isNotEmpty();
    }

    @Test
    void the_longest_chain_allowed_can_be_computed_printed_and_put_into_words() {
        String chain = "#{A}" + " + #{A}".repeat(490);
        var expression = Expression.of(chain);
        assertThat(expression.value(_ -> Result.of(2))).isEqualTo(Result.of(982));
        assertThat(expression).hasToString(chain);
        assertThat(expression.inWords(Text.in(Text.VIETNAMESE), CellRef::element))
                .hasSizeGreaterThan(1000);
        assertThat(expression.isAdditive()).isTrue();
    }

    @Test
    void a_formula_gives_a_number_and_a_rule_a_condition() {
        assertThat(Expression.read("1 > 2").asNumber().faults()).hasSize(1);
        assertThat(Expression.read("1 + 2").asCondition().faults()).hasSize(1);
        assertThat(Expression.read("1 + 2").asNumber().faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#{A} + #{B} * 2 - #{C} / 4 | true",
                "-(#{A} - 3 * #{B}) | true",
                "sum(#{A}, #{B}) + firstNonNull(#{C}, 0) | true",
                "#{A} * #{B} | false",
                "#{A} / #{B} | false",
                "#{A} + 1 | false",
                "if(#{A} > 0, 1, 0) | false",
                "max(#{A}, #{B}) | false",
                "round(#{A}) | false",
                "5 | false",
            })
    void it_is_known_whether_sums_may_be_put_in(String formula, boolean additive) {
        assertThat(Expression.of(formula).isAdditive()).isEqualTo(additive);
    }

    @Test
    void is_put_into_the_words_of_the_reader() {
        var expression = Expression.of("if(#{STAFF} > 1000, #{STAFF.SEX=F} / #{STAFF}, round(#{BODIES} * 1.5, 1))");
        assertThat(expression.inWords(Text.in(Text.VIETNAMESE), CellRef::toString))
                .isEqualTo("(nếu “#{STAFF}” > 1.000 thì “#{STAFF.SEX=F}” ÷ “#{STAFF}”, nếu không thì "
                        + "(“#{BODIES}” × 1,5) làm tròn đến 1 chữ số thập phân)");
        assertThat(expression.inWords(Text.in(Text.ENGLISH), CellRef::element))
                .isEqualTo("(if “STAFF” > 1,000 then “STAFF” ÷ “STAFF”, else (“BODIES” × 1.5) rounded to 1 decimals)");
    }

    @Test
    void every_reason_has_a_sentence_in_both_languages() {
        for (var reason : Reason.values())
            for (var text : List.of(Text.in(Text.VIETNAMESE), Text.in(Text.ENGLISH)))
                assertThat(text.has(reason.messageKey())).as(reason.name()).isTrue();
    }
}
