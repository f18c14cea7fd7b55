package vn.binhdang.document.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.document.PaperTest;
import vn.binhdang.document.SamplePapers;
import vn.binhdang.kernel.NotAllowed;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Refused;
import vn.binhdang.testing.Pages;

@PaperTest
class DelegationsTest {
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    @Autowired
    Delegations delegations;

    @Autowired
    SigningPowers powers;

    @Autowired
    Approvals approvals;

    @Autowired
    SamplePapers papers;

    @Autowired
    AuditTrail audit;

    @Autowired
    Pages pages;

    @Test
    void what_the_head_recorded_is_printed_and_the_head_approves_it() {
        var chief = person("chanhvanphong");
        var given = record("giamdoc", SigningCapacity.TL, chief, TODAY, null);
        var id = papers.submitted("về việc ký thừa lệnh");
        var head = pages.actor("giamdoc");

        approvals.approve(head, id, papers.mark(id), chief, SigningCapacity.TL);

        assertThat(papers.value(
                        "select head -> 'signature' ->> 'onBehalfOf' from outgoing_document where id = :id",
                        id,
                        String.class))
                .isEqualTo("Giám đốc");
        assertThat(papers.value("select signing_capacity from outgoing_document where id = :id", id, String.class))
                .isEqualTo("TL");
        assertThat(audit.historyOf(head.agency(), given.id()))
                .extracting(AuditTrail.Deed::action)
                .containsExactly("document.delegation.record");
    }

    @Test
    void the_last_day_is_included() {
        var member = person("vanphong");
        record("giamdoc", SigningCapacity.TUQ, member, TODAY, TODAY);
        assertThat(powers.on(papers.clerk().agency(), TODAY).of(member)).hasSize(1);
        assertThat(powers.on(papers.clerk().agency(), TODAY.plusDays(1)).of(member))
                .isEmpty();
    }

    @Test
    void only_the_head_gives_it_so_nobody_passes_it_on() {
        refused("document.delegation.onlyHead", "phogiamdoc", SigningCapacity.TUQ, person("vanphong"), TODAY, TODAY);
        assertThatThrownBy(() -> record("vanthu", SigningCapacity.TL, person("chanhvanphong"), TODAY, null))
                .isInstanceOf(NotAllowed.class);
        refused("document.delegation.toSelf", "giamdoc", SigningCapacity.TL, person("giamdoc"), TODAY, null);
    }

    @Test
    void an_authorisation_has_an_end_and_an_order_goes_to_the_head_of_a_unit() {
        refused("document.delegation.noEnd", "giamdoc", SigningCapacity.TUQ, person("vanphong"), TODAY, null);
        refused(
                "document.delegation.endsBeforeStart",
                "giamdoc",
                SigningCapacity.TUQ,
                person("vanphong"),
                TODAY,
                TODAY.minusDays(1));
        refused("document.delegation.cannotReceive.tl", "giamdoc", SigningCapacity.TL, person("vanphong"), TODAY, null);
        refused(
                "document.delegation.cannotReceive.tuq",
                "giamdoc",
                SigningCapacity.TUQ,
                PersonId.create(),
                TODAY,
                TODAY);
    }

    @Test
    void the_head_records_it_on_a_page_that_the_office_can_read_and_staff_cannot() {
        var head = pages.as("giamdoc");
        assertThat(head.get("/documents/delegations").select("form[action$=delegations]"))
                .hasSize(1);
        String address = "/documents/delegations";
        var gap = head.post(
                address,
                "capacity",
                "TUQ",
                "to",
                person("qlcn").toString(),
                "scope",
                "giấy mời",
                "reference",
                "GUQ số 1",
                "from",
                TODAY.toString(),
                "lastDay",
                "");
        assertThat(gap.getStatus()).isEqualTo(409);
        assertThat(Pages.parse(gap).select("#scope").attr("value")).isEqualTo("giấy mời");

        head.post(
                address,
                "capacity",
                "TUQ",
                "to",
                person("qlcn").toString(),
                "scope",
                "giấy mời",
                "reference",
                "GUQ số 1",
                "from",
                TODAY.toString(),
                "lastDay",
                TODAY.plusDays(30).toString());
        var seen = pages.as("vanthu").get(address);
        assertThat(seen.select("table").text()).contains("GUQ số 1", "TUQ.");
        assertThat(seen.select("form[action$=delegations]")).isEmpty();
        assertThat(pages.as("qlkh").fetch(address).getStatus()).isEqualTo(403);
        assertThat(pages.as("vanthu").post(address, "scope", "x").getStatus()).isEqualTo(403);
    }

    private PersonId person(String username) {
        return pages.actor(username).person();
    }

    private Delegation record(
            String by, SigningCapacity capacity, PersonId to, LocalDate from, @Nullable LocalDate lastDay) {
        return delegations.record(
                pages.actor(by), capacity, to, "giấy mời họp", "Quy chế làm việc số 5/QC-SKHCN", from, lastDay);
    }

    private void refused(
            String key, String by, SigningCapacity capacity, PersonId to, LocalDate from, @Nullable LocalDate lastDay) {
        assertThatThrownBy(() -> record(by, capacity, to, from, lastDay))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(key));
    }
}
