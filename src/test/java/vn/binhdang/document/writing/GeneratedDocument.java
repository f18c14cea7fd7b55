package vn.binhdang.document.writing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.PartialDate;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Annex;
import vn.binhdang.document.Block;
import vn.binhdang.document.Block.Kind;
import vn.binhdang.document.CitedDocument;
import vn.binhdang.document.DocumentTask;
import vn.binhdang.document.LegalBasis;
import vn.binhdang.document.Section;
import vn.binhdang.document.Signature;

/**
 * A document made up from a seed, whole: what its words mean (tasks, citations, headings) is known because the words are
 * made from it. The same seed gives the same document for ever.
 */
final class GeneratedDocument {
    private static final List<String> AGENCIES = List.of(
            "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
            "SỞ NỘI VỤ",
            "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
            "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH",
            "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG");
    private static final List<String> UNITS = List.of(
            "Văn phòng Sở",
            "Phòng Kế hoạch - Tài chính",
            "Thanh tra Sở",
            "Phòng Tổ chức cán bộ",
            "Trung tâm Thông tin");
    private static final List<String> ACTIONS = List.of(
            "rà soát, bổ sung quy chế làm việc của đơn vị theo hướng bảo đảm bình đẳng giới",
            "xây dựng tài liệu hướng dẫn lồng ghép giới trong kế hoạch công tác",
            "kiểm tra việc thực hiện quy định về bình đẳng giới tại các đơn vị trực thuộc",
            "biên soạn bản tin về phòng ngừa, ứng phó với bạo lực trên cơ sở giới");
    private static final List<String> SENTENCES = List.of(
            "Nâng cao nhận thức, trách nhiệm của người đứng đầu và của mỗi công chức, viên chức, người lao động về"
                    + " bình đẳng giới.",
            "Từng bước thu hẹp khoảng cách giới trong các lĩnh vực công tác của ngành.",
            "Các hoạt động bảo đảm thiết thực, hiệu quả, tiết kiệm, phù hợp với tình hình thực tế của từng đơn vị và"
                    + " với nguồn lực được giao; kết quả được đo bằng số liệu tách biệt theo giới tính.",
            "Phát huy vai trò của các tổ chức đoàn thể trong cơ quan.");
    private static final List<String> NAMES = List.of(
            "Trần Thị Ngọc Ánh", "Lê Hoàng Yến", "Đỗ Minh Khuê", "Nguyễn Văn Ứng", "Phạm Ỷ Lan", "Vũ Quỳnh Như");
    private static final List<String> POINTS = List.of("a)", "b)", "c)", "d)", "đ)", "e)", "g)");

    private final Random random;
    private final int year;
    private final String agency;
    private final Map<String, CitedDocument> cited = new LinkedHashMap<>();
    private final List<Block> body = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private final List<DocumentTask> tasks = new ArrayList<>();

    private GeneratedDocument(long seed) {
        random = new Random(seed);
        year = 2023 + random.nextInt(4);
        agency = any(AGENCIES);
    }

    static AdministrativeDocument of(long seed) {
        return new GeneratedDocument(seed).make();
    }

    private AdministrativeDocument make() {
        var shape = any(List.of("Kế hoạch", "Kế hoạch", "Chương trình", "Công văn", "Báo cáo"));
        boolean letter = shape.equals("Công văn");
        boolean report = shape.equals("Báo cáo");
        boolean draft = random.nextInt(4) == 0;
        var number = draft ? null : "%02d".formatted(1 + random.nextInt(300));
        var symbol = symbol(shape);
        var date = date(draft);
        var bases = letter || report ? List.<LegalBasis>of() : bases();
        body(shape, letter, report);
        var annexes = annexes(shape, number, symbol, date);
        return new AdministrativeDocument(
                shape,
                agency,
                "UBND TỈNH LAM SƠN",
                number,
                symbol,
                "Lam Sơn",
                date,
                subject(letter),
                letter || report ? addressees() : List.of(),
                bases,
                sections,
                body,
                tasks,
                List.copyOf(cited.values()),
                recipients(letter || report),
                signature(),
                annexes,
                List.of());
    }

    private String symbol(String shape) {
        return switch (shape) {
                    case "Kế hoạch" -> "KH-";
                    case "Chương trình" -> "CTr-";
                    case "Báo cáo" -> "BC-";
                    default -> "";
                }
                + abbreviation()
                + (shape.equals("Công văn") ? "-VP" : "");
    }

    private String abbreviation() {
        var letters = new StringBuilder();
        for (var word : agency.replace(",", "").split(" "))
            if (!List.of("VÀ").contains(word)) letters.append(word.charAt(0));
        return letters.toString();
    }

    private PartialDate date(boolean draft) {
        int month = 1 + random.nextInt(12);
        return new PartialDate(year, month, draft ? null : 1 + random.nextInt(28));
    }

    private String subject(boolean letter) {
        var words = any(List.of(
                "hực hiện công tác bình đẳng giới và vì sự tiến bộ của phụ nữ",
                "riển khai Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới",
                "uyên truyền, phổ biến Luật Bình đẳng giới trong công chức, viên chức và người lao động của ngành"));
        return (letter ? "t" : "T") + words + " năm " + year;
    }

    private List<String> addressees() {
        var all = List.of(
                "Ủy ban nhân dân tỉnh Lam Sơn", "Các phòng, đơn vị thuộc Sở", "Ban Vì sự tiến bộ của phụ nữ ngành");
        return all.subList(0, 1 + random.nextInt(all.size()));
    }

    private List<LegalBasis> bases() {
        var bases = new ArrayList<LegalBasis>();
        bases.add(new LegalBasis("Căn cứ Luật Bình đẳng giới", "Luật", null, null, null, null));
        for (int i = random.nextInt(3); i > 0; i--) {
            var plan = plan();
            bases.add(new LegalBasis(
                    "Căn cứ " + words(plan) + " về công tác bình đẳng giới năm " + year,
                    plan.type(),
                    plan.number(),
                    plan.date(),
                    plan.issuer(),
                    null));
        }
        return bases;
    }

    /** A plan of the province, cited from now on. */
    private CitedDocument plan() {
        var date = LocalDate.of(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
        var number = (10 + random.nextInt(400)) + "/KH-UBND";
        var plan = new CitedDocument("Kế hoạch", number, null, date, "Ủy ban nhân dân tỉnh Lam Sơn", null);
        cited.putIfAbsent(number.toLowerCase(Locale.ROOT), plan);
        return plan;
    }

    private static String words(CitedDocument document) {
        return document.type() + " số " + document.number() + " ngày " + day(document.date()) + " của "
                + document.issuer();
    }

    private static String day(LocalDate date) {
        return "%02d/%d/%d".formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear());
    }

    private void body(String shape, boolean letter, boolean report) {
        var sender = agency.charAt(0) + agency.substring(1).toLowerCase(Locale.of("vi"));
        if (letter) paragraph(sender + " đề nghị các cơ quan, đơn vị phối hợp thực hiện các nội dung sau:");
        else
            paragraph(sender + (report ? " báo cáo kết quả" : " xây dựng " + shape)
                    + " với các nội dung cụ thể như sau:");
        if (!letter) purposes(report);
        if (!report) work(letter ? "I" : "II");
        paragraph((letter ? "Trân trọng đề nghị các cơ quan quan tâm phối hợp" : "Trên đây là " + shape + " của Sở")
                + "./.");
    }

    private void purposes(boolean report) {
        body.add(Documents.block(Kind.SECTION, "I.", report ? "KẾT QUẢ THỰC HIỆN" : "MỤC ĐÍCH, YÊU CẦU"));
        var below = new ArrayList<Section>();
        var headings = report ? List.of("Công tác lãnh đạo, chỉ đạo", "Số liệu chung") : List.of("Mục đích", "Yêu cầu");
        for (int i = 0; i < headings.size(); i++) {
            body.add(Documents.block(Kind.HEADING, i + 1 + ".", headings.get(i)));
            below.add(new Section(i + 1 + ".", headings.get(i), List.of(), null));
            for (int sentences = 1 + random.nextInt(3); sentences > 0; sentences--) paragraph(any(SENTENCES));
            if (report && random.nextBoolean()) paragraph("Cơ quan thực hiện theo " + words(plan()) + ".");
            if (report && i == 1) body.add(table(3 + random.nextInt(3)));
        }
        sections.add(new Section("I.", body.get(1).text(), below, null));
    }

    private void work(String number) {
        var title = "NHIỆM VỤ, GIẢI PHÁP";
        body.add(Documents.block(Kind.SECTION, number + ".", title));
        var below = new ArrayList<Section>();
        int items = 2 + random.nextInt(4);
        for (int i = 1; i <= items; i++) {
            if (random.nextInt(3) > 0) task(number + "." + i, i + ".");
            else below.add(group(number + "." + i, i + "."));
        }
        sections.add(new Section(number + ".", title, below, null));
    }

    /** A heading with lettered tasks below it. */
    private Section group(String path, String number) {
        var heading = any(List.of("Công tác truyền thông", "Công tác đào tạo, bồi dưỡng", "Kiểm tra, giám sát"));
        body.add(Documents.block(Kind.HEADING, number, heading));
        int points = 2 + random.nextInt(POINTS.size() - 1);
        for (var point : POINTS.subList(0, points)) task(path + "." + point.replace(")", ""), point);
        return new Section(number, heading, List.of(), null);
    }

    private void task(String path, String number) {
        var lead = any(UNITS);
        var other = UNITS.get((UNITS.indexOf(lead) + 1 + random.nextInt(UNITS.size() - 1)) % UNITS.size());
        boolean together = random.nextBoolean();
        boolean limited = random.nextBoolean();
        var due = LocalDate.of(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
        var limit = "hoàn thành trước ngày " + day(due);
        var text = lead + " chủ trì" + (together ? ", phối hợp với " + other : "") + " " + any(ACTIONS)
                + (limited ? "; " + limit : "") + ".";
        body.add(Documents.block(Kind.ITEM, number, text));
        tasks.add(new DocumentTask(
                path,
                text,
                List.of(lead),
                together ? List.of(other) : List.of(),
                null,
                limited ? due : null,
                limited ? limit : null,
                null,
                null,
                null));
    }

    private void paragraph(String text) {
        body.add(Block.paragraph(text));
    }

    private Block table(int columns) {
        var heads = List.of("TT", "Đơn vị", "Tổng số", "Số nữ", "Tỷ lệ (%)", "Tuổi bình quân", "Trình độ", "Ghi chú");
        var rows = new ArrayList<List<String>>();
        rows.add(heads.subList(0, columns));
        for (int row = 1; row <= 2 + random.nextInt(50); row++) {
            var cells = new ArrayList<>(List.of("" + row, any(UNITS)));
            for (int column = 2; column < columns; column++) cells.add("" + (10 + random.nextInt(90)));
            rows.add(cells);
        }
        return Documents.table(rows);
    }

    private List<Annex> annexes(String shape, @Nullable String number, String symbol, PartialDate date) {
        var annexes = new ArrayList<Annex>();
        int count = number == null || shape.equals("Công văn") ? 0 : random.nextInt(3);
        for (int i = 1; i <= count; i++) {
            var issued = date.complete().orElseThrow();
            var origin = new CitedDocument(shape, number + "/" + symbol, null, issued, "Sở", null);
            cited.putIfAbsent(symbol, origin);
            annexes.add(new Annex(
                    count == 1 ? "Phụ lục" : "Phụ lục " + PrintedText.roman(i),
                    any(List.of(
                            "CÔNG CHỨC, VIÊN CHỨC THEO GIỚI TÍNH", "SỐ LIỆU CỦA CÁC ĐƠN VỊ TRỰC THUỘC NĂM " + year)),
                    "(Kèm theo " + shape + " số " + number + "/" + symbol + " ngày "
                            + "%02d tháng %s năm %d"
                                    .formatted(
                                            issued.getDayOfMonth(),
                                            issued.getMonthValue() < 3
                                                    ? "0" + issued.getMonthValue()
                                                    : issued.getMonthValue(),
                                            year)
                            + " của Sở)",
                    List.of(table(3 + random.nextInt(6)))));
        }
        return annexes;
    }

    private List<String> recipients(boolean answered) {
        var recipients = new ArrayList<>(List.of(answered ? "Như trên" : "Sở Nội vụ (để b/c)", "Lãnh đạo Sở"));
        if (random.nextBoolean()) recipients.add("Các phòng, đơn vị thuộc Sở");
        if (random.nextBoolean())
            recipients.add("Ban Chấp hành Công đoàn Sở; Ban Chấp hành Đoàn Thanh niên cơ quan Sở");
        recipients.add("Lưu: VT, " + any(List.of("VP", "TCCB", "KHTC")));
        return recipients;
    }

    private Signature signature() {
        var name = any(NAMES);
        return switch (random.nextInt(5)) {
            case 0 -> new Signature(null, null, "GIÁM ĐỐC", name);
            case 1 -> new Signature("Q", "GIÁM ĐỐC", null, name);
            case 2 -> new Signature("TL", "GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", name);
            case 3 -> new Signature("TUQ", "GIÁM ĐỐC", "TRƯỞNG PHÒNG", name);
            default -> new Signature("KT", "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", name);
        };
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
