package vn.binhdang.document.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.binhdang.document.checking.PlanBuilder.item;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Block;
import vn.binhdang.document.writing.DocumentWriter;

/** What our own writer makes has nothing for the checker to say about its page. */
class WrittenDocumentTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 60})
    void a_word_file_of_ours_keeps_to_the_decree(int paragraphs) throws IOException {
        var plan = plan(paragraphs);
        var layout = LayoutFacts.ofDocx(new DocumentWriter().docx(plan));
        assertThat(layout.bodyFont()).isEqualTo("Times New Roman");
        assertThat(layout.bodySizePt()).isBetween(13.0, 14.0);
        assertThat(layout.leftMm()).isCloseTo(30, within(0.1));
        assertThat(new DocumentChecker().check(plan, layout)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60})
    void a_pdf_of_ours_keeps_to_the_decree(int paragraphs) throws IOException {
        var plan = plan(paragraphs);
        var layout = LayoutFacts.ofPdf(new DocumentWriter().pdf(plan));
        assertThat(layout.leftMm()).isCloseTo(30, within(0.5));
        assertThat(layout.bodySizePt()).isBetween(13.0, 14.0);
        assertThat(layout.firstPageNumbered()).isFalse();
        assertThat(new DocumentChecker().check(plan, layout)).isEmpty();
    }

    private static AdministrativeDocument plan(int paragraphs) {
        var plan = new PlanBuilder();
        plan.body.clear();
        plan.body.add(item("I.", "NỘI DUNG"));
        for (int i = 1; i <= paragraphs; i++)
            plan.body.add(new Block(
                    Block.Kind.ITEM,
                    i + ".",
                    "Tổ chức hội nghị phổ biến Luật Bình đẳng giới tới toàn thể công chức, viên chức, người lao động"
                            + " trong cơ quan, đơn vị nhằm nâng cao ý thức trách nhiệm của mỗi người",
                    List.of(),
                    null));
        plan.body.add(Block.paragraph("Trên đây là Kế hoạch thực hiện công tác bình đẳng giới của Sở./."));
        return plan.build();
    }
}
