package vn.binhdang.document.reading;

import java.util.ArrayList;
import java.util.List;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.SourceText;

/** Texts of invented offices, read as a clerk would paste them. */
final class Reading {
    private Reading() {}

    static AdministrativeDocument of(String text) {
        return new DocumentUnderstanding().understand(source(text));
    }

    static SourceText source(String text) {
        var lines = new ArrayList<SourceText.Line>();
        int number = 0;
        for (var line : text.split("\n", -1)) lines.add(SourceText.Line.plain(++number, line));
        return new SourceText(SourceText.Format.TEXT, lines, List.of());
    }

    /** A plan with a full header and tail around the given content. */
    static AdministrativeDocument plan(String content) {
        return of("""
            UBND TỈNH LAM GIANG
            SỞ NỘI VỤ
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            Số: 12/KH-SNV
            Lam Giang, ngày 05 tháng 3 năm 2026

            KẾ HOẠCH
            Công tác bình đẳng giới năm 2026

            Căn cứ Kế hoạch số 40/KH-UBND ngày 20/01/2026 của UBND tỉnh; Sở Nội vụ ban hành kế hoạch như sau:

            %s

            Nơi nhận:
            - UBND tỉnh (b/c);
            - Lưu: VT.

            GIÁM ĐỐC

            Lê Thị Hoa
            """.formatted(content));
    }
}
