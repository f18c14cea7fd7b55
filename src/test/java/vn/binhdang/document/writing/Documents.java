package vn.binhdang.document.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.PartialDate;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Annex;
import vn.binhdang.document.Block;
import vn.binhdang.document.Block.Kind;
import vn.binhdang.document.DocumentTask;
import vn.binhdang.document.LegalBasis;
import vn.binhdang.document.Section;
import vn.binhdang.document.Signature;

/** Documents of an invented province, one for each shape the typesetter must master. */
final class Documents {
    private Documents() {}

    static final Signature DEPUTY = new Signature("KT", "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Thị Ngọc Ánh");

    static final List<String> RECIPIENTS = List.of(
            "Sở Nội vụ (để b/c)",
            "Lãnh đạo Sở",
            "Các phòng, đơn vị thuộc Sở",
            "BCH Công đoàn Sở KH&CN",
            "Chi đoàn Sở KH&CN",
            "Lưu: VT, VP");

    /** Issued: number, full date, one page and a half. */
    static AdministrativeDocument plan() {
        return plan("05", new PartialDate(2024, 4, 5));
    }

    /** The same before issue: neither number nor day. */
    static AdministrativeDocument draft() {
        return plan(null, new PartialDate(2024, 4, null));
    }

    private static AdministrativeDocument plan(@Nullable String number, PartialDate date) {
        return document(
                "Kế hoạch",
                number,
                "KH-SKHCN",
                date,
                "Thực hiện công tác bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới năm 2024",
                List.of(),
                List.of(
                        basis("Căn cứ Luật Bình đẳng giới"),
                        basis("Căn cứ Kế hoạch số 27/KH-UBND ngày 12 tháng 01 năm 2024 của Ủy ban nhân dân tỉnh Lam Sơn"
                                + " về công tác bình đẳng giới năm 2024")),
                planBody(),
                RECIPIENTS,
                DEPUTY,
                List.of());
    }

    private static List<Block> planBody() {
        return List.of(
                Block.paragraph(
                        "Sở Khoa học và Công nghệ xây dựng Kế hoạch thực hiện với các nội dung cụ thể như sau:"),
                block(Kind.SECTION, "I.", "MỤC ĐÍCH, YÊU CẦU"),
                block(Kind.HEADING, "1.", "Mục đích"),
                Block.paragraph(
                        "Nâng cao nhận thức và trách nhiệm của người đứng đầu, công chức, viên chức và người lao động"
                            + " trong cơ quan về bình đẳng giới; từng bước thu hẹp khoảng cách giới trong các lĩnh vực"
                            + " công tác."),
                Block.paragraph(
                        "Bảo đảm mỗi phòng, đơn vị thuộc Sở có người theo dõi công tác bình đẳng giới và được tập"
                                + " huấn ít nhất một lần trong năm."),
                block(Kind.HEADING, "2.", "Yêu cầu"),
                Block.paragraph(
                        "Các hoạt động thiết thực, hiệu quả, phù hợp với tình hình của từng đơn vị; kết quả được"
                                + " đo bằng số liệu tách biệt theo giới tính."),
                block(Kind.SECTION, "II.", "NỘI DUNG THỰC HIỆN"),
                block(
                        Kind.ITEM,
                        "1.",
                        "Văn phòng chủ trì, phối hợp với Công đoàn cơ sở tổ chức hội nghị phổ biến Luật Bình"
                                + " đẳng giới cho toàn thể công chức, viên chức; hoàn thành trước ngày 30/6/2024."),
                block(
                        Kind.ITEM,
                        "2.",
                        "Phòng Quản lý Khoa học xây dựng chuyên mục trên trang thông tin điện tử của Sở, đăng"
                                + " ít nhất 02 tin, bài mỗi tháng về:"),
                block(Kind.ITEM, "a)", "Gương phụ nữ làm khoa học của tỉnh;"),
                block(
                        Kind.ITEM,
                        "b)",
                        "Chính sách mới về bình đẳng giới, phòng ngừa và ứng phó với bạo lực trên cơ sở giới;"),
                block(Kind.ITEM, "c)", "Đường dây nóng và địa chỉ tin cậy trên địa bàn tỉnh."),
                block(
                        Kind.ITEM,
                        "3.",
                        "Triển khai Tháng hành động vì bình đẳng giới từ ngày 15/11 đến ngày 15/12/2024."),
                block(Kind.SECTION, "III.", "TỔ CHỨC THỰC HIỆN"),
                block(
                        Kind.ITEM,
                        "1.",
                        "Trưởng các phòng, đơn vị thuộc Sở phổ biến, tổ chức thực hiện Kế hoạch này đến công"
                                + " chức, viên chức, người lao động thuộc quyền quản lý."),
                block(
                        Kind.ITEM,
                        "2.",
                        "Giao Văn phòng theo dõi, đôn đốc, tổng hợp báo cáo Giám đốc Sở trước ngày" + " 10/12/2024."),
                Block.paragraph(
                        "Trên đây là Kế hoạch thực hiện công tác bình đẳng giới năm 2024 của Sở Khoa học và Công"
                                + " nghệ./."));
    }

    /** A công văn to one body. */
    static AdministrativeDocument letter() {
        return letter(List.of("Sở Nội vụ tỉnh Lam Sơn"));
    }

    static AdministrativeDocument letterToSeveral() {
        return letter(List.of(
                "Các phòng chuyên môn, nghiệp vụ thuộc Sở",
                "Chi cục Tiêu chuẩn Đo lường Chất lượng",
                "Trung tâm Ứng dụng tiến bộ khoa học và công nghệ"));
    }

    private static AdministrativeDocument letter(List<String> addressees) {
        return document(
                "Công văn",
                "312",
                "SKHCN-VP",
                new PartialDate(2024, 2, 19),
                "cử người tham gia tập huấn về lồng ghép giới",
                addressees,
                List.of(),
                List.of(
                        Block.paragraph(
                                "Thực hiện chương trình công tác năm 2024, Sở Khoa học và Công nghệ tổ chức lớp tập"
                                        + " huấn về lồng ghép giới trong xây dựng kế hoạch."),
                        block(Kind.ITEM, "1.", "Thời gian: 01 ngày, ngày 07/3/2024."),
                        block(Kind.ITEM, "2.", "Địa điểm: Hội trường tầng 2, trụ sở Sở."),
                        Block.paragraph("Đề nghị các đơn vị gửi danh sách về Văn phòng Sở trước ngày 01/3/2024./.")),
                List.of("Như trên", "Giám đốc Sở (để b/c)", "Lưu: VT, VP"),
                new Signature("TL", "GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "Lê Hoàng Yến"),
                List.of());
    }

    /** A report to the superior body, with a table in the text, an annex in numbers and one too wide for an upright page. */
    static AdministrativeDocument report() {
        return document(
                "Báo cáo",
                "9",
                "BC-SKHCN",
                new PartialDate(2024, 12, 9),
                "Kết quả thực hiện công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2024",
                List.of("Sở Nội vụ tỉnh Lam Sơn"),
                List.of(),
                List.of(
                        Block.paragraph("Sở Khoa học và Công nghệ báo cáo kết quả thực hiện như sau:"),
                        block(Kind.SECTION, "I.", "KẾT QUẢ THỰC HIỆN"),
                        Block.paragraph("Kết quả các nhiệm vụ được giao trong Kế hoạch số 05/KH-SKHCN như sau:"),
                        table(List.of(
                                List.of("STT", "Nhiệm vụ", "Đơn vị chủ trì", "Kết quả"),
                                List.of("1", "Hội nghị phổ biến Luật Bình đẳng giới", "Văn phòng", "Hoàn thành"),
                                List.of(
                                        "2",
                                        "Chuyên mục trên trang thông tin điện tử",
                                        "Phòng Quản lý Khoa học",
                                        "24 tin, bài"))),
                        block(Kind.SECTION, "II.", "KIẾN NGHỊ"),
                        Block.paragraph("Đề nghị Sở Nội vụ tiếp tục cung cấp tài liệu tập huấn./.")),
                List.of("Như trên", "Lưu: VT, VP"),
                new Signature(null, null, "GIÁM ĐỐC", "Đỗ Minh Khuê"),
                List.of(
                        new Annex(
                                "Phụ lục I",
                                "CÔNG CHỨC, VIÊN CHỨC THEO GIỚI TÍNH",
                                "(Kèm theo Báo cáo số 09/BC-SKHCN ngày 09 tháng 12 năm 2024 của Sở Khoa học và Công"
                                        + " nghệ)",
                                List.of(block(Kind.SECTION, "I.", "SỐ LIỆU CHUNG"), staffTable())),
                        new Annex(
                                "Phụ lục II",
                                "THEO DÕI NHIỆM VỤ",
                                "(Kèm theo Báo cáo số 09/BC-SKHCN)",
                                List.of(wideTable()))));
    }

    private static Block staffTable() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("TT", "Đơn vị", "Tổng số", "Nữ", "Tỷ lệ (%)"));
        for (int i = 1; i <= 60; i++)
            rows.add(List.of("" + i, "Phòng chuyên môn số " + i, "" + (10 + i), "" + (5 + i / 2), "4" + i % 10 + ",5"));
        return table(rows);
    }

    private static Block wideTable() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn", "Sản phẩm", "Kinh phí", "Ghi chú"));
        for (int i = 1; i <= 12; i++)
            rows.add(List.of(
                    "" + i,
                    "Tổ chức truyền thông về phòng ngừa, ứng phó với bạo lực trên cơ sở giới lần thứ " + i,
                    "Văn phòng Sở",
                    "Công đoàn cơ sở, Chi đoàn",
                    "Quý " + List.of("I", "II", "III", "IV").get(i % 4),
                    "Báo cáo kết quả",
                    i + ".500.000",
                    ""));
        return table(rows);
    }

    /** Names that cannot stand on one line of the header, nor the offices in one line of the signature. */
    static AdministrativeDocument longNames() {
        var plan = plan();
        return new AdministrativeDocument(
                "Kế hoạch",
                "BAN CHỈ ĐẠO PHONG TRÀO TOÀN DÂN ĐOÀN KẾT XÂY DỰNG ĐỜI SỐNG VĂN HÓA VÀ CÔNG TÁC GIA ĐÌNH",
                "ỦY BAN NHÂN DÂN XÃ NGUYỄN TRUNG TRỰC THƯỢNG HUYỆN ĐẢO BẠCH LONG",
                "1234",
                "KH-BCĐPTTDĐKXDĐSVH",
                "Nguyễn Trung Trực Thượng",
                new PartialDate(2024, 1, 31),
                "Phối hợp liên ngành về phòng, chống bạo lực gia đình, phòng ngừa và ứng phó với bạo lực trên cơ sở"
                    + " giới, bảo vệ và hỗ trợ người bị bạo lực trên địa bàn xã giai đoạn 2024 - 2030, định hướng đến"
                    + " năm 2035",
                List.of(),
                plan.legalBases(),
                List.of(),
                plan.body(),
                List.of(),
                List.of(),
                plan.recipients(),
                new Signature(
                        "TM",
                        "BAN CHỈ ĐẠO PHONG TRÀO TOÀN DÂN ĐOÀN KẾT XÂY DỰNG ĐỜI SỐNG VĂN HÓA",
                        "TRƯỞNG BAN KIÊM CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ",
                        "Công Tằng Tôn Nữ Thị Quỳnh Như"),
                List.of(),
                List.of());
    }

    /** Some thirty pages, with every kind of numbering. */
    static AdministrativeDocument longPlan() {
        var body = new ArrayList<Block>();
        for (int part = 1; part <= 3; part++) {
            body.add(block(Kind.DIVISION, "Phần " + "I".repeat(part), "NHIỆM VỤ GIAI ĐOẠN " + part));
            for (int section = 1; section <= 5; section++) {
                body.add(block(Kind.SECTION, PrintedText.roman(section) + ".", "LĨNH VỰC THỨ " + section));
                for (int heading = 1; heading <= 4; heading++) {
                    body.add(block(Kind.HEADING, heading + ".", "Nhóm nhiệm vụ số " + heading));
                    for (var letter : List.of("a)", "b)", "c)", "d)", "đ)", "e)", "g)"))
                        body.add(block(Kind.ITEM, letter, LONG_TASK));
                }
            }
        }
        body.add(Block.paragraph("Trên đây là Kế hoạch thực hiện công tác bình đẳng giới giai đoạn 2024 - 2030./."));
        var plan = plan();
        return document(
                "Kế hoạch",
                "27",
                "KH-SKHCN",
                new PartialDate(2024, 10, 12),
                "Thực hiện công tác bình đẳng giới giai đoạn" + " 2024 - 2030",
                List.of(),
                plan.legalBases(),
                body,
                RECIPIENTS,
                DEPUTY,
                List.of());
    }

    private static final String LONG_TASK =
            "Phòng Quản lý Khoa học chủ trì, phối hợp với Văn phòng và các đơn vị liên quan rà soát, thống kê số liệu"
                    + " tách biệt theo giới tính của các nhiệm vụ khoa học; báo cáo Giám đốc Sở trong quý III.";

    /** A decision: centred divisions, articles with and without a title. */
    static AdministrativeDocument decision() {
        return document(
                "Quyết định",
                "88",
                "QĐ-SKHCN",
                new PartialDate(2024, 3, 4),
                "Ban hành Quy chế phối hợp về bình đẳng giới",
                List.of(),
                List.of(basis("Căn cứ Luật Bình đẳng giới")),
                List.of(
                        Block.paragraph("QUYẾT ĐỊNH:"),
                        block(Kind.DIVISION, "Chương I", "QUY ĐỊNH CHUNG"),
                        block(Kind.DIVISION, "Điều 1.", "Phạm vi điều chỉnh"),
                        block(Kind.ITEM, "1.", "Quy chế này áp dụng với các phòng, đơn vị thuộc Sở."),
                        block(Kind.DIVISION, "Mục 2", "ĐIỀU KHOẢN THI HÀNH"),
                        block(Kind.DIVISION, "Điều 2.", "Quyết định này có hiệu lực kể từ ngày ký."),
                        block(
                                Kind.DIVISION,
                                "Điều 3.",
                                "Chánh Văn phòng và Trưởng các phòng, đơn vị thuộc Sở chịu trách"
                                        + " nhiệm thi hành Quyết định này./.")),
                List.of("Như Điều 3", "Lưu: VT, VP"),
                new Signature("Q", "GIÁM ĐỐC", null, "Đỗ Minh Khuê"),
                List.of());
    }

    /** Written by hand as a record: headings and tasks, no text. */
    static AdministrativeDocument outline() {
        var tasks = List.of(
                task("II.1", "Tổ chức hội nghị phổ biến Luật Bình đẳng giới."),
                task("II.2.a", "Đăng tin, bài trên trang thông tin điện tử;"),
                task("II.2.-1", "phát trên hệ thống truyền thanh cơ sở."),
                task(null, "Báo cáo kết quả trước ngày 10/12/2024."));
        var sections = List.of(
                new Section("I.", "MỤC ĐÍCH", List.of(), null),
                new Section("II.", "NHIỆM VỤ", List.of(new Section("2.", "Truyền thông", List.of(), null)), null));
        return new AdministrativeDocument(
                "Kế hoạch",
                "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
                "UBND TỈNH LAM SƠN",
                null,
                "KH-SKHCN",
                "Lam Sơn",
                null,
                "Công tác bình đẳng giới năm 2025",
                List.of(),
                List.of(),
                sections,
                List.of(),
                tasks,
                List.of(),
                RECIPIENTS,
                DEPUTY,
                List.of(),
                List.of());
    }

    /** What a reader makes of a text it could not understand. */
    static AdministrativeDocument bare() {
        return new AdministrativeDocument(
                "Kế hoạch",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of());
    }

    /** What hand-written JSON may hold: empty words, tables without cells, headings without numbers, marks alone. */
    static AdministrativeDocument odd() {
        return document(
                "Tờ trình",
                "",
                "",
                new PartialDate(null, null, 7),
                "",
                List.of("", " "),
                List.of(basis(""), basis(";")),
                List.of(
                        block(Kind.HEADING, "a)", ""),
                        block(Kind.DIVISION, null, ""),
                        block(Kind.DIVISION, "Điều 1.", ""),
                        block(Kind.SECTION, null, ""),
                        table(List.of()),
                        table(List.of(List.of(), List.of())),
                        table(List.of(List.of("Một"), List.of("1", "2", "ba\nbốn"), List.of())),
                        table(List.of(List.of("A", "B"), List.of("", ""))),
                        block(Kind.ITEM, "-", ""),
                        Block.paragraph(" ")),
                List.of("", "."),
                new Signature("KT", null, null, null),
                List.of(
                        new Annex(null, null, null, List.of()),
                        new Annex("", "", "", List.of(table(List.of(List.of("")))))));
    }

    static List<AdministrativeDocument> all() {
        return List.of(
                plan(), draft(), letter(), letterToSeveral(), report(), longNames(), decision(), outline(), bare());
    }

    static AdministrativeDocument document(
            String type,
            @Nullable String number,
            String symbol,
            PartialDate date,
            String subject,
            List<String> addressees,
            List<LegalBasis> bases,
            List<Block> body,
            List<String> recipients,
            @Nullable Signature signature,
            List<Annex> annexes) {
        return new AdministrativeDocument(
                type,
                "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
                "UBND TỈNH LAM SƠN",
                number,
                symbol,
                "Lam Sơn",
                date,
                subject,
                addressees,
                bases,
                List.of(),
                body,
                List.of(),
                List.of(),
                recipients,
                signature,
                annexes,
                List.of());
    }

    /** A document whose text is so many one-line paragraphs: to see what happens at the foot of a page. */
    static AdministrativeDocument ofLines(int lines) {
        return ofBody(IntStream.rangeClosed(1, lines)
                .mapToObj(i -> Block.paragraph("Dòng thứ " + i + "."))
                .toList());
    }

    static AdministrativeDocument ofBody(List<Block> body) {
        return document(
                "Kế hoạch",
                "05",
                "KH-SKHCN",
                new PartialDate(2024, 4, 5),
                "Thử ngắt trang",
                List.of(),
                List.of(),
                body,
                RECIPIENTS,
                DEPUTY,
                List.of());
    }

    static Block block(Kind kind, @Nullable String number, String text) {
        return new Block(kind, number, text, List.of(), null);
    }

    static Block table(List<List<String>> rows) {
        return new Block(Kind.TABLE, null, "", rows, null);
    }

    static LegalBasis basis(String text) {
        return new LegalBasis(text, null, null, null, null, null);
    }

    private static DocumentTask task(@Nullable String number, String text) {
        return new DocumentTask(number, text, List.of(), List.of(), null, null, null, null, null, null);
    }
}
