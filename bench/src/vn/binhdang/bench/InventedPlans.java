package vn.binhdang.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.binhdang.calendar.PartialDate;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Annex;
import vn.binhdang.document.Block;
import vn.binhdang.document.LegalBasis;
import vn.binhdang.document.Signature;

/** Plans of an invented province, of any length, the same for the same seed. */
final class InventedPlans {
    private static final List<String> UNITS = List.of(
            "Văn phòng Sở",
            "Phòng Tổ chức cán bộ",
            "Thanh tra Sở",
            "Phòng Kế hoạch - Tài chính",
            "Sở Nội vụ",
            "Hội Liên hiệp Phụ nữ tỉnh",
            "Công an tỉnh",
            "Ủy ban nhân dân các xã, phường",
            "Sở Giáo dục và Đào tạo");
    private static final List<String> DEEDS = List.of(
            "tổ chức tập huấn kiến thức về bình đẳng giới cho cán bộ, công chức, viên chức",
            "phổ biến, quán triệt và triển khai thực hiện Chiến lược quốc gia về bình đẳng giới",
            "xây dựng chuyên mục truyền thông trên trang thông tin điện tử và mạng xã hội",
            "rà soát, lồng ghép vấn đề bình đẳng giới trong xây dựng văn bản quy phạm pháp luật",
            "kiểm tra, giám sát việc thực hiện quy định của pháp luật về bình đẳng giới",
            "phòng ngừa và ứng phó với bạo lực trên cơ sở giới tại cơ quan, đơn vị và cộng đồng");
    private static final List<String> ENDS = List.of(
            "; hoàn thành trước ngày 15/6/2026.",
            "; báo cáo kết quả trong quý III năm 2026.",
            "; thực hiện thường xuyên, định kỳ hằng quý.",
            " theo Kế hoạch số 311/KH-UBND ngày 05/7/2021 của Ủy ban nhân dân tỉnh.",
            ", bảo đảm thiết thực, hiệu quả, phù hợp với tình hình của cơ quan, đơn vị.");

    private final Random random;

    InventedPlans(long seed) {
        this.random = new Random(seed);
    }

    /** @param sections of eight items each; five make about four pages */
    AdministrativeDocument plan(int sections) {
        var body = new ArrayList<Block>();
        for (int section = 1; section <= sections; section++) {
            body.add(block(Block.Kind.SECTION, roman(section) + ".", "NỘI DUNG THỨ " + section));
            for (int item = 1; item <= 4; item++) {
                body.add(block(Block.Kind.ITEM, item + ".", sentence()));
                body.add(Block.paragraph(sentence() + " " + sentence()));
                body.add(block(Block.Kind.ITEM, "-", sentence()));
            }
        }
        return new AdministrativeDocument(
                "Kế hoạch",
                "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
                "UBND TỈNH SÔNG LAM",
                Integer.toString(10 + random.nextInt(300)),
                "KH-SKHCN",
                "Sông Lam",
                PartialDate.of(LocalDate.of(2026, 1 + random.nextInt(12), 1 + random.nextInt(28))),
                "Thực hiện công tác bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới năm 2026",
                List.of(),
                List.of(new LegalBasis(
                        "Căn cứ Luật Bình đẳng giới ngày 29 tháng 11 năm 2006", "Luật", null, null, null, null)),
                List.of(),
                body,
                List.of(),
                List.of(),
                List.of("Ủy ban nhân dân tỉnh", "Các phòng, đơn vị thuộc Sở", "Lưu: VT, VP"),
                new Signature("KT", "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Thị Ước"),
                List.of(new Annex("Phụ lục", "DANH MỤC NHIỆM VỤ", null, List.of(table(sections * 3)))),
                List.of());
    }

    private Block table(int rows) {
        var table = new ArrayList<List<String>>();
        table.add(List.of("TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian"));
        for (int row = 1; row <= rows; row++)
            table.add(List.of(Integer.toString(row), any(DEEDS), any(UNITS), "Tháng " + (1 + random.nextInt(12))));
        return new Block(Block.Kind.TABLE, null, "", table, null);
    }

    private static Block block(Block.Kind kind, String number, String text) {
        return new Block(kind, number, text, List.of(), null);
    }

    private String sentence() {
        return any(UNITS) + " chủ trì, phối hợp với " + any(UNITS) + " " + any(DEEDS) + any(ENDS);
    }

    private String any(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String roman(int number) {
        String[] tens = {"", "X", "XX", "XXX", "XL", "L"};
        String[] ones = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
        return tens[number / 10] + ones[number % 10];
    }
}
