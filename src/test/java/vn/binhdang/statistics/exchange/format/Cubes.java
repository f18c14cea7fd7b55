package vn.binhdang.statistics.exchange.format;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.calendar.ReportingPeriod.Kind;
import vn.binhdang.statistics.Window;

/** Cubes to try the formats on: one that reads like a real one, and as many others as wanted that do not. */
public final class Cubes {

    private static final String[] TROUBLE = {
        "Tỷ lệ nữ lãnh đạo",
        "Ty\u0309 le\u0323\u0302 nu\u031B\u0303",
        "=HYPERLINK(\"http://x\")",
        "+1",
        "-1",
        "@SUM(A1)",
        "'quoted",
        "''",
        "'",
        "a,b;c\"d",
        "<b>&amp;</b> ]]>",
        "dòng 1\ndòng 2\r\n\tcột",
        "\u0000\u0007\uFFFE",
        "\uD83D\uDC69 nữ",
        "\uD83D",
        " khoảng trắng ",
        "null",
        "NaN",
        "\\u0000",
        "</script>",
        "1e5",
        "0012",
        "ＡＢ＝１"
    };
    private static final String[] CODES = {
        "A", "01", "1.1", "BĐG.2.1", "-x", "@x", "=1+1", "$2E", "$", "a b", "a:b", "a/b", "\"q\"", "x'y", "<z>", "é",
        "e\u0301", "_T", "U30", "__", "A$41"
    };

    private Cubes() {}

    public static Dataset dataset() {
        return new Dataset(
                "NU_LANH_DAO",
                "1.0.0",
                Label.of(
                        "Nữ lãnh đạo các sở của tỉnh Thử Nghiệm",
                        "Women leaders in the departments of an invented province"),
                Label.of("Theo đơn vị và giới tính", "By unit and sex"),
                Label.of("Báo cáo kết quả công tác bình đẳng giới", "Report on gender equality work"),
                new Dataset.Agency("SNV_TN", Label.of("Sở Nội vụ tỉnh Thử Nghiệm", "Department of Home Affairs")),
                Instant.parse("2026-01-05T02:03:04Z"),
                URI.create("https://thongke.thunghiem.example/api/data/NU_LANH_DAO"),
                LocalDate.of(2025, 7, 1));
    }

    /** Two departments and their province, women and all leaders, a year, a half and nine months; every status occurs. */
    public static DataCube sample() {
        List<Dimension> dimensions = List.of(
                new Dimension(
                        "UNIT",
                        Label.of("Đơn vị", "Unit"),
                        Dimension.Role.GEO,
                        List.of(
                                Category.of("T24", Label.vietnamese("Tỉnh Thử Nghiệm")),
                                Category.below("T24", "T24.01", Label.vietnamese("Sở Nội vụ")),
                                Category.below("T24", "T24.02", Label.vietnamese("Sở Y tế")))),
                new Dimension(
                        "INDICATOR",
                        Label.of("Chỉ tiêu", "Indicator"),
                        Dimension.Role.METRIC,
                        List.of(
                                Category.measured("LD", Label.of("Lãnh đạo", "Leaders"), Measure.persons()),
                                Category.measured(
                                        "LD_TL", Label.of("Tỷ lệ nữ", "Share of women"), Measure.percent(1)))),
                new Dimension(
                        "SEX",
                        Label.of("Giới tính", "Sex"),
                        Dimension.Role.CLASSIFICATION,
                        List.of(
                                Category.of("_T", Label.of("Tổng", "Total")),
                                Category.below("_T", "F", Label.of("Nữ", "Women")),
                                Category.below("_T", "M", Label.of("Nam", "Men")))),
                Dimension.time(
                        Label.of("Kỳ báo cáo", "Reporting period"),
                        List.of(
                                period("2024", "Năm 2024", ReportingPeriod.of(Kind.YEAR, 2024)),
                                period("2025S1", "6 tháng đầu năm 2025", ReportingPeriod.of(Kind.FIRST_HALF, 2025)),
                                period("2025N9", "9 tháng năm 2025", ReportingPeriod.of(Kind.NINE_MONTHS, 2025)))));
        List<Observation> cells = new ArrayList<>();
        DataCube places = DataCube.of(dataset(), dimensions, List.of());
        Status[] statuses = Status.values();
        for (long cell = 0; cell < places.size(); cell += cell % 5 == 3 ? 2 : 1) {
            Status status = cell % 4 == 1 ? statuses[(int) (cell / 4 % statuses.length)] : Status.NORMAL;
            boolean share = places.category(cell, 1).code().equals("LD_TL");
            cells.add(new Observation(
                    cell,
                    status.valued() ? share ? new BigDecimal("41." + cell % 10) : BigDecimal.valueOf(cell * 3) : null,
                    status,
                    status == Status.NORMAL ? null : status.label().vi()));
        }
        return DataCube.of(dataset(), dimensions, cells);
    }

    private static Category period(String code, String label, ReportingPeriod period) {
        return Category.period(code, Label.vietnamese(label), PeriodNames.decree(period));
    }

    /** The same for the same seed. */
    public static DataCube random(long seed) {
        Random random = new Random(seed);
        List<Dimension> dimensions = new ArrayList<>();
        dimensions.add(new Dimension(
                "UNIT", label(random), Dimension.Role.GEO, categories(random, 1 + random.nextInt(5), false)));
        if (random.nextInt(4) > 0)
            dimensions.add(new Dimension(
                    "INDICATOR",
                    label(random),
                    Dimension.Role.METRIC,
                    categories(random, 1 + random.nextInt(4), true)));
        for (int i = random.nextInt(3); i > 0; i--)
            dimensions.add(new Dimension(
                    "D" + i,
                    label(random),
                    Dimension.Role.CLASSIFICATION,
                    categories(random, 1 + random.nextInt(4), false)));
        List<Category> periods = new ArrayList<>();
        LocalDate from = LocalDate.of(2019 + random.nextInt(5), 1 + random.nextInt(12), 1 + random.nextInt(28));
        for (int i = 0; i <= random.nextInt(4); i++) {
            LocalDate until = random.nextBoolean()
                    ? from.plusMonths(1 + random.nextInt(24))
                    : from.plusDays(1 + random.nextInt(90));
            periods.add(Category.period("P" + i + "." + from, label(random), new Window(from, until)));
            from = from.plusMonths(1 + random.nextInt(7)).plusDays(random.nextInt(3));
        }
        dimensions.add(Dimension.time(label(random), periods));
        List<Observation> cells = new ArrayList<>();
        long size = DataCube.of(dataset(), dimensions, List.of()).size();
        int filled = random.nextInt(101);
        for (long cell = 0; cell < size; cell++) {
            if (random.nextInt(100) >= filled) continue;
            Status status =
                    random.nextInt(3) == 0 ? Status.values()[random.nextInt(Status.values().length)] : Status.NORMAL;
            BigDecimal value = new BigDecimal(
                    java.math.BigInteger.valueOf(random.nextLong() >> (5 + random.nextInt(58))), random.nextInt(7));
            cells.add(new Observation(
                    cell, status.valued() ? value : null, status, random.nextInt(4) == 0 ? trouble(random) : null));
        }
        return DataCube.of(dataset(), dimensions, cells);
    }

    private static List<Category> categories(Random random, int count, boolean measured) {
        List<String> codes = new ArrayList<>();
        while (codes.size() < count) {
            String code = Texts.clean(CODES[random.nextInt(CODES.length)])
                    + (random.nextInt(3) == 0 ? random.nextInt(9) : "");
            if (!codes.contains(code)) codes.add(code);
        }
        List<Category> categories = new ArrayList<>();
        for (int i = 0; i < count; i++)
            categories.add(new Category(
                    codes.get(i),
                    label(random),
                    i > 0 && random.nextBoolean() ? codes.getFirst() : null,
                    null,
                    measured
                            ? new Measure("U" + random.nextInt(2), Label.vietnamese("đơn vị"), random.nextInt(3))
                            : null));
        return categories;
    }

    private static Label label(Random random) {
        return new Label("n" + trouble(random), random.nextBoolean() ? trouble(random) : null);
    }

    private static String trouble(Random random) {
        return TROUBLE[random.nextInt(TROUBLE.length)];
    }
}
