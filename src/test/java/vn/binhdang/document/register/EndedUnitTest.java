package vn.binhdang.document.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.binhdang.document.PaperTest;
import vn.binhdang.document.SamplePapers;
import vn.binhdang.document.issuing.Issuing;
import vn.binhdang.organisation.event.Below;
import vn.binhdang.organisation.event.EventFacts;
import vn.binhdang.organisation.event.UnitChange;
import vn.binhdang.organisation.event.UnitEvents;
import vn.binhdang.testing.Pages;

@PaperTest
class EndedUnitTest {
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    @Autowired
    SamplePapers papers;

    @Autowired
    Issuing issuing;

    @Autowired
    UnitEvents events;

    @Autowired
    Pages pages;

    @Test
    void a_document_names_the_unit_that_drafted_it_after_that_has_been_merged() {
        var issued = papers.approved("về việc sắp xếp tổ chức");
        issuing.issue(papers.clerk(), issued, TODAY);
        var draft = papers.draft("về việc chưa ban hành");
        var office = papers.clerk().unit();
        var into = pages.actor("khtc").unit();
        events.record(
                papers.clerk(),
                EventFacts.on(TODAY, "Quyết định số 1"),
                new UnitChange.MergeInto(List.of(office), into, Below.FOLLOW));

        for (var id : List.of(issued, draft))
            assertThat(pages.as("vanthu")
                            .get("/documents/" + id.value())
                            .select(".document-facts")
                            .text())
                    .contains("Văn phòng");
        pages.as("vanthu").get("/documents");
        pages.as("vanthu").get("/plans");
    }
}
