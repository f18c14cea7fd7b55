package vn.binhdang.execution.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import vn.binhdang.statistics.SubmissionId;
import vn.binhdang.statistics.collection.Country;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
@Import(Country.class)
class SubmissionEvidenceTest {
    @Autowired
    Country world;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Country.Founded country;
    private SubmissionId answer;
    private Pages.Visit clerk;

    @BeforeEach
    void a_commune_has_entered_its_figures() {
        country = world.found(3, 2, 30);
        answer = world.answer(country, country.clerk(), country.northern().getFirst(), 12, 8, 125);
        clerk = pages.as(country.clerk());
    }

    private String submission() {
        return "/statistics/submissions/" + answer;
    }

    private String evidence() {
        return submission() + "/evidence";
    }

    private static MockMultipartFile table() {
        return new MockMultipartFile(
                "files", "biểu đã ký.txt", "application/octet-stream", "Nữ 12, nam 8".getBytes(StandardCharsets.UTF_8));
    }

    private void bring(MockMultipartFile file) {
        assertThat(clerk.upload(evidence(), file).getRedirectedUrl()).isEqualTo(evidence() + "?saved=attached");
    }

    private String proof() {
        return evidence() + "/"
                + jdbc.sql("select id from submission_evidence where submission_id = :id")
                        .param("id", answer.value())
                        .query(String.class)
                        .single();
    }

    private void step(String username, String word) {
        assertThat(pages.as(username)
                        .post(submission() + "/" + word, "edition", String.valueOf(world.edition(answer)))
                        .getStatus())
                .isEqualTo(302);
    }

    private static List<String> titles(Document page) {
        return page.select(".evidence-list a").eachText();
    }

    @Test
    void the_province_reads_what_a_commune_brought_behind_its_figures() throws IOException {
        assertThat(clerk.get(evidence()).text()).contains("Chưa có minh chứng.");

        bring(table());

        assertThat(titles(clerk.get(evidence()))).containsExactly("biểu đã ký.txt");
        step(country.head(), "submit");
        var province = pages.as(country.provincial());
        assertThat(titles(province.part(evidence()))).containsExactly("biểu đã ký.txt");
        var file = province.fetch(proof());
        assertThat(file.getContentAsByteArray())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("Nữ 12, nam 8");
        assertThat(file.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(province.get(submission()).select("[hx-get$=/evidence]")).hasSize(1);
    }

    @Test
    void a_photograph_of_the_table_is_shown_small() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);

        bring(new MockMultipartFile("files", "bieu.jpg", "image/jpeg", bytes.toByteArray()));

        var thumbnail = pages.as(country.provincial()).fetch(proof() + "/thumbnail");
        assertThat(thumbnail.getContentType()).isEqualTo("image/jpeg");
    }

    @Test
    void a_link_says_what_it_showed_and_when() {
        var answered = clerk.post(
                evidence(), "link", "https://example.vn/bao-cao", "linkTitle", "Báo cáo năm", "linkDate", "05/01/2026");

        assertThat(answered.getRedirectedUrl()).isEqualTo(evidence() + "?saved=attached");
        assertThat(clerk.get(evidence()).select(".evidence-list").text()).contains("Báo cáo năm", "05/01/2026");
        assertThat(clerk.fetch(proof()).getStatus()).isEqualTo(404);
    }

    @Test
    void nothing_brought_and_a_program_are_told_at_their_field_and_what_was_typed_stays() throws IOException {
        var nothing = clerk.post(evidence());
        assertThat(nothing.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(nothing).select(".field-problem").text()).contains("Hãy chọn ít nhất một tệp");

        var program = clerk.upload(
                evidence(),
                new MockMultipartFile("files", "bieu.exe", "application/pdf", new byte[] {'M', 'Z', 0, 1}),
                "linkTitle",
                "Báo cáo năm");
        assertThat(program.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(program).select("[name=linkTitle]").val()).isEqualTo("Báo cáo năm");
        assertThat(jdbc.sql("select count(*) from submission_evidence where submission_id = :id")
                        .param("id", answer.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void what_was_submitted_keeps_its_evidence_and_what_was_accepted_takes_none_any_more() {
        bring(table());
        step(country.head(), "submit");

        assertThat(clerk.post(proof() + "/take-back").getStatus()).isEqualTo(409);
        bring(new MockMultipartFile("files", "danh sách.txt", null, "Danh sách".getBytes(StandardCharsets.UTF_8)));
        step(country.provincial(), "accept");

        assertThat(clerk.upload(evidence(), table()).getStatus()).isEqualTo(409);
        var page = clerk.get(evidence());
        assertThat(titles(page)).containsExactly("biểu đã ký.txt", "danh sách.txt");
        assertThat(page.select("form[enctype]")).isEmpty();
        assertThat(page.text()).contains("lập bản sửa đổi");
    }

    @Test
    void a_draft_gives_back_what_was_brought_by_mistake_and_the_record_tells_it() {
        bring(table());
        String proof = proof();

        assertThat(clerk.post(proof + "/take-back").getRedirectedUrl()).isEqualTo(evidence() + "?saved=detached");

        assertThat(titles(clerk.get(evidence()))).isEmpty();
        assertThat(clerk.fetch(proof).getStatus()).isEqualTo(404);
        assertThat(jdbc.sql("select action from audit_row where record_id = :id and action like 'execution.figures.%'"
                                + " order by no")
                        .param("id", answer.value())
                        .query(String.class)
                        .list())
                .containsExactly("execution.figures.attach", "execution.figures.detach");
    }

    @Test
    void who_may_not_read_the_figures_does_not_see_what_lies_behind_them() {
        bring(table());
        world.account(
                "elsewhere" + country.code(), country.southern().getFirst(), vn.binhdang.kernel.Role.OFFICE_CLERK);
        var elsewhere = pages.as("elsewhere" + country.code());

        assertThat(elsewhere.fetch(evidence()).getStatus()).isEqualTo(404);
        assertThat(elsewhere.fetch(proof()).getStatus()).isEqualTo(404);
        assertThat(elsewhere.upload(evidence(), table()).getStatus()).isEqualTo(404);
        assertThat(pages.as(country.head()).get(evidence()).text()).contains("biểu đã ký.txt");
    }
}
