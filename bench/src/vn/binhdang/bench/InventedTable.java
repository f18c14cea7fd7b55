package vn.binhdang.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Tables of invented communes and schools below the sample department and of those who work there; the same each time. */
public final class InventedTable {
    private static final String[] FIRST = {"Tân", "Hòa", "Bình", "Phú", "An", "Đông", "Xuân", "Thanh", "Vĩnh", "Long"};
    private static final String[] SECOND = {"Tiến", "Lợi", "Sơn", "Hải", "Phong", "Mỹ", "Thịnh", "Khê", "Giang", "Lạc"};
    private static final String[] LEVELS = {"Mầm non", "Tiểu học", "Trung học cơ sở"};
    private static final String[] FAMILIES = {
        "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Lò", "Giàng"
    };
    private static final String[] DEGREES = {"Thạc sĩ", "Đại học", "Cao đẳng"};

    private InventedTable() {}

    /** @param arguments folder for units.xlsx and people.xlsx, number of rows of each, how many of the units are communes */
    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        int rows = Integer.parseInt(arguments[1]);
        people(
                folder.resolve("people.xlsx"),
                rows,
                units(folder.resolve("units.xlsx"), rows, Integer.parseInt(arguments[2])));
    }

    /** @return their names */
    private static List<String> units(Path file, int rows, int communes) throws IOException {
        var random = new Random(34);
        var names = new ArrayList<String>();
        try (var book = new SXSSFWorkbook(100);
                OutputStream out = Files.newOutputStream(file)) {
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
                String place = one(FIRST, random) + " " + one(SECOND, random) + " " + i;
                names.add(i <= communes ? "Xã " + place : "Trường " + one(LEVELS, random) + " " + place);
                if (i <= communes)
                    fill(
                            sheet.createRow(i),
                            names.getLast(),
                            "Xã",
                            "01/07/2025",
                            "%05d".formatted(i),
                            "",
                            "UBND tỉnh Hoa Giang / Sở Khoa học và Công nghệ");
                else
                    fill(
                            sheet.createRow(i),
                            names.getLast(),
                            "Trường học",
                            "01/09/2025",
                            "",
                            "%05d".formatted(1 + random.nextInt(communes)),
                            "");
            }
            book.write(out);
        }
        return names;
    }

    private static void people(Path file, int rows, List<String> units) throws IOException {
        var random = new Random(63);
        try (var book = new SXSSFWorkbook(100);
                OutputStream out = Files.newOutputStream(file)) {
            var sheet = book.createSheet("Dữ liệu");
            fill(
                    sheet.createRow(0),
                    "Họ và tên",
                    "Giới tính",
                    "Năm sinh",
                    "Số hiệu",
                    "Đối tượng",
                    "Đơn vị",
                    "Chức vụ/ vị trí",
                    "Từ ngày",
                    "Trình độ",
                    "Đoàn viên công đoàn");
            for (int i = 1; i <= rows; i++) {
                boolean woman = random.nextBoolean();
                fill(
                        sheet.createRow(i),
                        one(FAMILIES, random)
                                + (woman ? " Thị " : " Văn ")
                                + one(random.nextBoolean() ? FIRST : SECOND, random),
                        woman ? "Nữ" : "Nam",
                        Integer.toString(1965 + random.nextInt(35)),
                        "GV%06d".formatted(i),
                        "Viên chức",
                        units.get(random.nextInt(units.size())),
                        "Giáo viên",
                        "01/10/2025",
                        one(DEGREES, random),
                        random.nextBoolean() ? "có" : "");
            }
            book.write(out);
        }
    }

    private static String one(String[] words, Random random) {
        return words[random.nextInt(words.length)];
    }

    private static void fill(Row row, String... cells) {
        for (int i = 0; i < cells.length; i++)
            if (!cells[i].isEmpty()) row.createCell(i).setCellValue(cells[i]);
    }
}
