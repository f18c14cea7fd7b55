package vn.binhdang.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A table of invented communes and schools below the sample department, the same for the same seed. */
public final class InventedTable {
    private static final String[] FIRST = {"Tân", "Hòa", "Bình", "Phú", "An", "Đông", "Xuân", "Thanh", "Vĩnh", "Long"};
    private static final String[] SECOND = {"Tiến", "Lợi", "Sơn", "Hải", "Phong", "Mỹ", "Thịnh", "Khê", "Giang", "Lạc"};
    private static final String[] LEVELS = {"Mầm non", "Tiểu học", "Trung học cơ sở"};

    private InventedTable() {}

    /** @param arguments file to write (.xlsx), number of rows, of which communes */
    public static void main(String[] arguments) throws IOException {
        int rows = Integer.parseInt(arguments[1]);
        int communes = Integer.parseInt(arguments[2]);
        var random = new Random(34);
        try (var book = new SXSSFWorkbook(100);
                OutputStream out = Files.newOutputStream(Path.of(arguments[0]))) {
            var sheet = book.createSheet("Dữ liệu");
            fill(
                    sheet.createRow(0),
                    "Tên đơn vị",
                    "Loại đơn vị",
                    "Hiệu lực từ ngày",
                    "Mã đơn vị hành chính",
                    "Mã hành chính của cấp trên",
                    "Đường dẫn cấp trên");
            for (int i = 1; i <= rows; i++) {
                String place = FIRST[random.nextInt(10)] + " " + SECOND[random.nextInt(10)] + " " + i;
                if (i <= communes)
                    fill(
                            sheet.createRow(i),
                            "Xã " + place,
                            "Xã",
                            "01/07/2025",
                            "%05d".formatted(i),
                            "",
                            "UBND tỉnh Hoa Giang / Sở Khoa học và Công nghệ");
                else
                    fill(
                            sheet.createRow(i),
                            "Trường " + LEVELS[random.nextInt(3)] + " " + place,
                            "Trường học",
                            "01/09/2025",
                            "",
                            "%05d".formatted(1 + random.nextInt(communes)),
                            "");
            }
            book.write(out);
        }
    }

    private static void fill(Row row, String... cells) {
        for (int i = 0; i < cells.length; i++)
            if (!cells[i].isEmpty()) row.createCell(i).setCellValue(cells[i]);
    }
}
