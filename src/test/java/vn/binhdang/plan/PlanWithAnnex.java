package vn.binhdang.plan;

import java.util.ArrayList;
import java.util.List;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Annex;
import vn.binhdang.document.Block;
import vn.binhdang.document.DocumentTask;

/** The words of an invented plan with a purpose, a target and an annex of two rows. */
public final class PlanWithAnnex {
    public static final String PURPOSE = "Nâng cao nhận thức của công chức";
    public static final String TARGET = "60% công chức được tập huấn";

    private PlanWithAnnex() {}

    public static AdministrativeDocument of(String subject, DocumentTask... tasks) {
        return of(
                subject, List.of(List.of("1", "Tập huấn hai lớp", "20"), List.of("2", "In ấn tài liệu", "10")), tasks);
    }

    public static AdministrativeDocument of(String subject, List<List<String>> rows, DocumentTask... tasks) {
        var lines = new ArrayList<>(List.of(List.of("TT", "Nội dung", "Kinh phí")));
        lines.addAll(rows);
        var table = new Block(Block.Kind.TABLE, null, "", lines, null);
        return new AdministrativeDocument(
                "Kế hoạch",
                "Sở Khoa học và Công nghệ",
                "Ủy ban nhân dân tỉnh Hoa Giang",
                null,
                "KH-SKHCN",
                "Hoa Giang",
                null,
                subject,
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        block(Block.Kind.SECTION, "I.", "MỤC ĐÍCH, CHỈ TIÊU"),
                        block(Block.Kind.HEADING, "1.", "Mục đích"),
                        Block.paragraph(PURPOSE),
                        block(Block.Kind.HEADING, "2.", "Chỉ tiêu"),
                        block(Block.Kind.ITEM, "a)", TARGET),
                        block(Block.Kind.SECTION, "II.", "NỘI DUNG"),
                        block(Block.Kind.ITEM, "1.", "Tập huấn cho công chức")),
                List.of(tasks),
                List.of(),
                List.of("Như trên"),
                null,
                List.of(new Annex("Phụ lục I", "Kinh phí thực hiện", null, List.of(table))),
                List.of());
    }

    private static Block block(Block.Kind kind, String number, String text) {
        return new Block(kind, number, text, List.of(), null);
    }
}
