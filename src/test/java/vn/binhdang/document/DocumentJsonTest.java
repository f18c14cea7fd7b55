package vn.binhdang.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.binhdang.calendar.PartialDate;
import vn.binhdang.document.Finding.Mend;
import vn.binhdang.document.Finding.Severity;
import vn.binhdang.document.SourceText.Format;
import vn.binhdang.document.SourceText.Line;
import vn.binhdang.web.Text;

class DocumentJsonTest {
    private static final Finding FINDING = new Finding(
            "document.reading.encodingConverted",
            Severity.WARNING,
            List.of("VNI"),
            3,
            new Mend("issuingAgency", "Sở Khoa học và Công nghệ"));

    /** Every field filled, so that one that is forgotten shows. */
    private static final AdministrativeDocument FULL = new AdministrativeDocument(
            "Kế hoạch",
            "Sở Khoa học và Công nghệ",
            "UBND tỉnh Sông Lam",
            "12",
            "KH-SKHCN",
            "Sông Lam",
            new PartialDate(2026, 3, null),
            "Thực hiện \"công tác\" bình đẳng giới\nnăm 2026",
            List.of("Sở Nội vụ"),
            List.of(new LegalBasis(
                    "Căn cứ Luật", "Luật", "73/2006", LocalDate.of(2006, 11, 29), "Quốc hội", Lines.of(4))),
            List.of(new Section("I.", "MỤC ĐÍCH", List.of(new Section(null, "Yêu cầu", List.of(), null)), Lines.of(5))),
            List.of(
                    new Block(Block.Kind.ITEM, "a)", "Tập huấn", List.of(), new Lines(6, 7)),
                    new Block(Block.Kind.TABLE, null, "", List.of(List.of("TT", "Việc"), List.of("1", "")), null)),
            List.of(new DocumentTask(
                    "II.1",
                    "Tập huấn",
                    List.of("Văn phòng"),
                    List.of("Công đoàn"),
                    LocalDate.of(2026, 6, 1),
                    LocalDate.of(2026, 6, 15),
                    "trước ngày 15/6",
                    "hằng năm",
                    "02 lớp",
                    Lines.of(8))),
            List.of(new CitedDocument("Kế hoạch", "311/KH-UBND", "về", LocalDate.of(2021, 7, 5), "UBND", Lines.of(9))),
            List.of("Như trên", "Lưu: VT"),
            new Signature("KT", "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Thị Ước"),
            List.of(new Annex("Phụ lục I", "Danh mục", "(Kèm theo)", List.of(Block.paragraph("Nội dung")))),
            List.of(FINDING));

    @Test
    void a_document_reads_back_as_it_was_written() throws MalformedJson {
        assertThat(DocumentJson.parse(json())).isEqualTo(FULL);
    }

    @Test
    void it_is_one_line_whatever_stands_in_it() {
        assertThat(json().lines()).hasSize(1);
    }

    @Test
    void findings_carry_the_sentence_in_the_language_asked_for() {
        assertThat(json()).contains("\"message\":\"Tệp dùng bảng mã cũ VNI");
    }

    @Test
    void a_missing_key_is_an_empty_value_and_an_unknown_one_is_passed_over() throws MalformedJson {
        var document = DocumentJson.parse("{\"symbol\": \"KH-SKHCN\", \"colour\": 7, \"tasks\": [{}]}");
        assertThat(document.symbol()).isEqualTo("KH-SKHCN");
        assertThat(document.documentType()).isNull();
        assertThat(document.tasks()).hasSize(1);
        assertThat(document.recipients()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "{\"symbol\": 7}                        ¦ symbol               ¦ document.json.notText",
                "{\"recipients\": \"VT\"}               ¦ recipients           ¦ document.json.notList",
                "{\"recipients\": [\"a\", 1]}           ¦ recipients[1]        ¦ document.json.notText",
                "{\"date\": \"2026\"}                   ¦ date                 ¦ document.json.notObject",
                "{\"date\": {\"year\": \"2026\"}}       ¦ date.year            ¦ document.json.notNumber",
                "{\"date\": {\"month\": 13}}            ¦ date                 ¦ document.json.notDate",
                "{\"tasks\": [{}, {\"due\": \"6/2026\"}]} ¦ tasks[1].due       ¦ document.json.notDay",
                "{\"tasks\": [{\"lines\": [2, 1]}]}     ¦ tasks[0].lines       ¦ document.json.notLines",
                "{\"body\": [{\"kind\": \"title\"}]}    ¦ body[0].kind         ¦ document.json.unknownWord",
                "{\"body\": [{\"rows\": [[], \"x\"]}]}  ¦ body[0].rows[1]      ¦ document.json.notList",
                "{\"sections\": [{\"children\": [3]}]}  ¦ sections[0].children[0] ¦ document.json.notObject",
            })
    void a_value_of_the_wrong_kind_is_refused_with_its_place(String json, String place, String key) {
        assertThatThrownBy(() -> DocumentJson.parse(json)).isInstanceOfSatisfying(MalformedJson.class, malformed -> {
            assertThat(malformed.messageKey()).isEqualTo(key);
            assertThat(malformed.arguments().getFirst()).isEqualTo(place);
            for (Locale locale : List.of(Text.VIETNAMESE, Text.ENGLISH))
                assertThat(Text.in(locale).of(key, malformed.arguments().toArray()))
                        .startsWith(place + ":");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "{\"symbol\":                   ¦ document.json.notJson",
                "[]                             ¦ document.json.notDocument",
                "{\"file\":\"a\",\"error\":{}}  ¦ document.json.isError",
            })
    void what_is_no_document_at_all_is_refused(String json, String key) {
        assertThatThrownBy(() -> DocumentJson.parse(json))
                .isInstanceOfSatisfying(
                        MalformedJson.class,
                        malformed -> assertThat(malformed.messageKey()).isEqualTo(key));
    }

    private static String json() {
        var source = new SourceText(Format.TEXT, List.of(Line.plain(1, "KẾ HOẠCH")), List.of());
        return DocumentJson.of("a.txt", new ReadDocument(source, FULL), List.of(), Text.in(Text.VIETNAMESE));
    }
}
