package vn.binhdang.document.checking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.PartialDate;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Annex;
import vn.binhdang.document.Block;
import vn.binhdang.document.CitedDocument;
import vn.binhdang.document.DocumentTask;
import vn.binhdang.document.Finding;
import vn.binhdang.document.LegalBasis;
import vn.binhdang.document.Lines;
import vn.binhdang.document.ReadDocument;
import vn.binhdang.document.Signature;
import vn.binhdang.document.SourceText;

/** A plan of an invented department in which nothing is wrong, until a test makes one thing so. */
final class PlanBuilder {
    @Nullable
    String type = "Kế hoạch";

    @Nullable
    String agency = "SỞ KHOA HỌC VÀ CÔNG NGHỆ";

    @Nullable
    String number = "15";

    @Nullable
    String symbol = "KH-SKHCN";

    @Nullable
    PartialDate date = PartialDate.of(LocalDate.of(2024, 4, 16));

    @Nullable
    String subject = "Thực hiện công tác bình đẳng giới năm 2024";

    final List<String> addressees = new ArrayList<>();
    final List<LegalBasis> bases = new ArrayList<>();
    final List<Block> body = new ArrayList<>(List.of(
            item("I.", "NỘI DUNG"),
            item("1.", "Tổ chức hội nghị phổ biến Luật Bình đẳng giới"),
            Block.paragraph("Trên đây là Kế hoạch của Sở./.")));
    final List<DocumentTask> tasks = new ArrayList<>();
    final List<CitedDocument> cited = new ArrayList<>();
    final List<String> recipients = new ArrayList<>(List.of("Lãnh đạo Sở", "Các phòng thuộc Sở", "Lưu: VT, VP"));

    @Nullable
    Signature signature = new Signature("KT", "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Văn An");

    final List<Annex> annexes = new ArrayList<>();
    final List<Finding> read = new ArrayList<>();

    AdministrativeDocument build() {
        return new AdministrativeDocument(
                type,
                agency,
                null,
                number,
                symbol,
                "Bình An",
                date,
                subject,
                addressees,
                bases,
                List.of(),
                body,
                tasks,
                cited,
                recipients,
                signature,
                annexes,
                read);
    }

    PlanBuilder dated(String day) {
        date = PartialDate.of(LocalDate.parse(day));
        return this;
    }

    PlanBuilder body(Block... blocks) {
        body.clear();
        body.addAll(List.of(blocks));
        body.add(Block.paragraph("Trên đây là Kế hoạch của Sở./."));
        return this;
    }

    PlanBuilder basis(String type, String number, @Nullable String date, @Nullable String issuer) {
        bases.add(new LegalBasis(
                "Căn cứ %s số %s".formatted(type, number),
                type,
                number,
                date == null ? null : LocalDate.parse(date),
                issuer,
                Lines.of(9)));
        return this;
    }

    PlanBuilder cited(String type, String number, @Nullable String date, @Nullable String issuer) {
        cited.add(new CitedDocument(
                type, number, null, date == null ? null : LocalDate.parse(date), issuer, Lines.of(20)));
        return this;
    }

    /** A task with a lead, a deadline and a product. */
    static DocumentTask task(String number) {
        return task(number, "Ban hành kế hoạch truyền thông", "2024-06-30");
    }

    static DocumentTask task(String number, String text, @Nullable String due) {
        return new DocumentTask(
                number,
                text,
                List.of("Văn phòng"),
                List.of(),
                null,
                due == null ? null : LocalDate.parse(due),
                null,
                null,
                null,
                Lines.of(30));
    }

    static Block item(@Nullable String number, String text) {
        return new Block(Block.Kind.ITEM, number, text, List.of(), Lines.of(12));
    }

    /** The plan beside a source of these lines. */
    ReadDocument readFrom(SourceText.Format format, String... lines) {
        var source = new ArrayList<SourceText.Line>();
        for (int i = 0; i < lines.length; i++) source.add(SourceText.Line.plain(i + 1, lines[i]));
        return new ReadDocument(new SourceText(format, source, List.of()), build());
    }
}
