package vn.binhdang.reporting.compilation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import vn.binhdang.document.DocumentIssued;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.plan.PlanId;
import vn.binhdang.reporting.IssuedPlans;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
@Import(IssuedPlans.class)
class ReportsGoUpTest {
    @Autowired
    IssuedPlans plans;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transactions;

    @Test
    void the_superior_sees_the_day_of_the_first_issued_report_and_no_other() {
        var plan = plans.issued();
        var addressee = givenFromAbove(plan);
        var report = compiled(plan);
        assertThat(reportedOn(addressee)).as("only compiled").isNull();

        issued(report, DocumentKind.PLAN, plans.today());
        assertThat(reportedOn(addressee)).as("another kind of document").isNull();
        issued(UUID.randomUUID(), DocumentKind.REPORT, plans.today());
        assertThat(reportedOn(addressee)).as("a report on something else").isNull();

        issued(report, DocumentKind.REPORT, plans.today());
        assertThat(reportedOn(addressee)).isEqualTo(plans.today());
        issued(report, DocumentKind.REPORT, plans.today().plusDays(1));
        assertThat(reportedOn(addressee)).as("said twice").isEqualTo(plans.today());
        assertThat(jdbc.sql("select count(*) from audit_row where action = 'plan.cascade.reported' and record_id ="
                                + " :plan")
                        .param("plan", plan.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_report_whose_issue_fails_is_not_reported() {
        var plan = plans.issued();
        var addressee = givenFromAbove(plan);
        var report = compiled(plan);
        transactions.executeWithoutResult(transaction -> {
            events.publishEvent(new DocumentIssued(report, DocumentKind.REPORT, plans.today()));
            transaction.setRollbackOnly();
        });
        assertThat(reportedOn(addressee)).isNull();
    }

    private void issued(UUID document, DocumentKind kind, LocalDate day) {
        transactions.executeWithoutResult(_ -> events.publishEvent(new DocumentIssued(document, kind, day)));
    }

    private UUID compiled(PlanId plan) {
        var answer = pages.as("vanthu")
                .post(
                        "/reports/new",
                        "plan",
                        plan.toString(),
                        "year",
                        String.valueOf(plans.today().getYear()),
                        "period",
                        "OTHER",
                        "from",
                        "01/01/" + plans.today().getYear(),
                        "to",
                        "31/12/" + plans.today().getYear(),
                        "label",
                        "kỳ thử",
                        "addressees",
                        "Ủy ban nhân dân tỉnh Hoa Giang");
        assertThat(answer.getStatus()).isEqualTo(302);
        return UUID.fromString(String.valueOf(answer.getRedirectedUrl()).replaceAll(".*/([0-9a-f-]{36}).*", "$1"));
    }

    /** As if the plan had been made from what the province passed down. */
    private UUID givenFromAbove(PlanId plan) {
        var cascade = Uuid7.create();
        var addressee = Uuid7.create();
        var agency = plans.clerk().agency().value();
        jdbc.sql("""
            insert into plan_cascade (id, plan_id, agency_id, above, state, on_day, follows_until, kinds, follows_kinds,
                                      passed_by, passed_at)
            values (:id, :plan, :id, '{}', 'DONE', current_date, current_date, '{}', false, :id, now())
            """).param("id", cascade).param("plan", plan.value()).update();
        jdbc.sql("""
            insert into plan_addressee (id, cascade_id, unit_id, unit_name, place, inside, given_on, made_at, plan_id)
            values (:id, :cascade, :agency, 'Sở', '', false, current_date, now(), :plan)
            """)
                .param("id", addressee)
                .param("cascade", cascade)
                .param("agency", agency)
                .param("plan", plan.value())
                .update();
        return addressee;
    }

    private @org.jspecify.annotations.Nullable LocalDate reportedOn(UUID addressee) {
        return jdbc.sql("select reported_on from plan_addressee where id = :id")
                .param("id", addressee)
                .query((rs, i) -> java.util.Optional.ofNullable(rs.getObject("reported_on", LocalDate.class)))
                .single()
                .orElse(null);
    }
}
