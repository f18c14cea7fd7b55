package vn.binhdang.organisation.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class FiguresPageTest {
    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void two_days_give_two_pictures() {
        assertThat(big(pages.as("thongke").get("/people/figures?on=2024-04-30")))
                .containsExactly("30", "16", "14", "0", "53,3 %");
        assertThat(big(pages.as("thongke").get("/people/figures?on=2026-01-01")))
                .containsExactly("29", "16", "13", "0", "55,2 %");
    }

    @Test
    void a_person_who_moved_is_counted_where_they_sat_on_the_day() {
        assertThat(row("/people/figures?on=2024-04-30", "Phòng Chuyển đổi số")).startsWith("3");
        assertThat(row("/people/figures?on=2024-05-01", "Phòng Chuyển đổi số")).startsWith("2");
        assertThat(row("/people/figures?on=2025-07-01", "Phòng Chuyển đổi số")).startsWith("3");
    }

    @Test
    void a_unit_in_which_nobody_sits_has_no_share() {
        jdbc.sql("""
            update office_held set valid_to = date '2026-06-01'
            where  valid_to is null and unit_id = (select unit_id from unit_name where symbol_abbreviation = 'CĐCS')
            """).update();
        var unit = jdbc.sql("select unit_id from unit_name where symbol_abbreviation = 'CĐCS'")
                .query(UUID.class)
                .single();
        assertThat(big(pages.as("thongke").get("/people/figures?on=2026-06-01&unit=" + unit)))
                .containsExactly("0", "0", "0", "0", "–");
    }

    @Test
    void sums_are_by_status_age_standing_grade_and_degree_and_each_adds_up() {
        var page = pages.as("giamdoc").get("/people/figures?on=2026-01-01", "en");
        for (String table : List.of("By unit", "By legal status", "By age group", "By grade", "By degree")) {
            int sum = page.select("table:has(caption:containsOwn(" + table + ")) tbody tr td:nth-child(2)").stream()
                    .mapToInt(cell -> Integer.parseInt(cell.text()))
                    .sum();
            assertThat(sum).as(table).isEqualTo(29);
        }
        assertThat(page.select("table:has(caption:containsOwn(By standing)) tbody tr")
                        .eachText()
                        .getFirst())
                .isEqualTo("Key leaders 3 2 1 0 66.7 %");
    }

    @Test
    void table_pl2_opens_as_excel_with_headings_and_numbers() throws IOException {
        var rows = download("/people/figures/pl2.xlsx");
        assertThat(rows.keySet()).contains("Chuyên viên cao cấp và tương đương", "Thạc sĩ", "Từ 41 đến 50");
        var head = rows.get("Nội dung");
        assertThat(text(head)).containsExactly("Nội dung", "Tổng số", "Nữ", "Tỷ lệ nữ (%)");
        var total = rows.get("Tổng số");
        assertThat(total.getCell(1).getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat(total.getCell(1).getNumericCellValue()).isEqualTo(29);
        assertThat(total.getCell(3).getNumericCellValue()).isEqualTo(55.2);
        assertThat(total.getCell(3).getCellStyle().getDataFormatString()).isEqualTo("0.0");
    }

    @Test
    void table_pl3_counts_leaders_and_those_newly_appointed() throws IOException {
        var rows = download("/people/figures/pl3.xlsx");
        assertThat(text(rows.get("Người đứng đầu")).subList(1, 4)).containsExactly("1", "1", "100.0");
        assertThat(text(rows.get("Cấp phó của người đứng đầu")).subList(1, 3)).containsExactly("2", "1");
        assertThat(text(rows.get("Phó trưởng phòng và tương đương")).get(5)).isEqualTo("1");
        assertThat(text(rows.get("Cấp ủy viên")).subList(1, 3)).containsExactly("5", "4");
        assertThat(rows.keySet()).anySatisfy(words -> assertThat(words).contains("không lưu quy hoạch"));
    }

    @Test
    void new_in_a_party_committee_is_who_joined_it_within_the_year() throws IOException {
        var joined = jdbc.sql("""
            select id from person_fact where kind = 'PARTY_COMMITTEE' and valid_to is null order by id limit 1
            """).query(UUID.class).single();
        var before = jdbc.sql("select valid_from from person_fact where id = :id")
                .param("id", joined)
                .query(LocalDate.class)
                .single();
        assertThat(text(download("/people/figures/pl3.xlsx").get("Cấp ủy viên")).get(5))
                .isEqualTo("0");
        begins(joined, LocalDate.of(2025, 9, 1));
        assertThat(text(download("/people/figures/pl3.xlsx").get("Cấp ủy viên")).get(5))
                .isEqualTo("1");
        begins(joined, before);
    }

    private void begins(UUID fact, LocalDate day) {
        jdbc.sql("update person_fact set valid_from = :day where id = :id")
                .param("day", day)
                .param("id", fact)
                .update();
    }

    /** Else the figures of 50,000 people take minutes: no other index may look as if it answered for a unit alone. */
    @Test
    void the_offices_of_a_unit_are_found_through_the_index_of_units() {
        var plan = transaction.execute(_ -> {
            jdbc.sql("set local enable_seqscan = off").update();
            return jdbc.sql("explain select 1 from office_held where unit_id = :unit and main")
                    .param("unit", UUID.randomUUID())
                    .query(String.class)
                    .list();
        });
        assertThat(String.join("\n", plan)).contains("office_held_unit");
    }

    @Test
    void a_day_on_which_there_was_no_unit_has_an_empty_page_and_not_a_missing_one() {
        assertThat(pages.as("thongke").get("/people/figures?on=1950-01-01").select(".empty-state"))
                .hasSize(1);
    }

    @Test
    void an_export_is_written_down() {
        pages.as("thongke").fetch("/people/figures/pl2.xlsx?unit=" + agency() + "&on=2026-01-01");
        assertThat(jdbc.sql("select count(*) from audit_row where action = 'organisation.figures.export'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void who_may_not_see_figures_gets_none_and_a_foreign_unit_is_a_404() {
        assertThat(pages.as("kiemtoan").fetch("/people/figures").getStatus()).isEqualTo(403);
        assertThat(pages.as("kiemtoan")
                        .fetch("/people/figures/pl2.xlsx?unit=" + agency())
                        .getStatus())
                .isEqualTo(403);
        assertThat(pages.as("kiemtoan")
                        .fetch("/people/figures/pl3.xlsx?unit=" + agency())
                        .getStatus())
                .isEqualTo(403);
        assertThat(pages.as("thongke")
                        .fetch("/people/figures?unit=" + UnitId.create())
                        .getStatus())
                .isEqualTo(404);
        assertThat(pages.as("thongke")
                        .fetch("/people/figures/pl3.xlsx?unit=nichts")
                        .getStatus())
                .isEqualTo(404);
        assertThat(pages.as("thongke").fetch("/people/figures/pl3.xlsx").getStatus())
                .isEqualTo(400);
    }

    private String agency() {
        return pages.actor("thongke").agency().toString();
    }

    private Map<String, Row> download(String address) throws IOException {
        // 28/02/2026: within a year of the one appointment of the sample.
        var response = pages.as("thongke").fetch(address + "?unit=" + agency() + "&on=2026-02-28");
        assertThat(response.getStatus()).isEqualTo(200);
        var rows = new LinkedHashMap<String, Row>();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            for (var row : book.getSheetAt(0)) rows.putIfAbsent(row.getCell(0).getStringCellValue(), row);
        }
        return rows;
    }

    private static List<String> text(Row row) {
        var format = new DataFormatter(java.util.Locale.ENGLISH);
        return java.util.stream.IntStream.range(0, row.getLastCellNum())
                .mapToObj(i -> format.formatCellValue(row.getCell(i)))
                .toList();
    }

    private String row(String address, String label) {
        return pages.as("thongke").get(address).select("tbody tr").stream()
                .filter(row -> row.child(0).text().equals(label))
                .map(row -> row.child(1).text())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> big(Document page) {
        return page.select(".figure-big b").eachText();
    }
}
