package vn.binhdang.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.BinhDang;
import vn.binhdang.access.Accounts;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.statistics.PeriodCode;

/** The completeness board of 3,300 communes as a browser asks for it, one question after another. */
public final class BoardBench {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"");
    private static final Pattern BOX = Pattern.compile("name=\"chosen\" value=\"([^\"]+)\"");
    private static final Pattern STAND = Pattern.compile("name=\"stand\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "bench-board-boundary";

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String home;
    private final int rounds;
    private final ReportingCountry country;
    private final String period;
    private String token = "";

    private BoardBench(String home, int rounds, ReportingCountry country, String period) {
        this.home = home;
        this.rounds = rounds;
        this.country = country;
        this.period = period;
    }

    /** @param arguments folder for the data; rounds of each question */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        try (var product = new SpringApplicationBuilder(BinhDang.class)
                .run(
                        "--server.port=0",
                        "--binhdang.sample=false",
                        "--binhdang.data=" + arguments[0] + "/data",
                        "--binhdang.access.second-factor=optional")) {
            int year = LocalDate.now().getYear() - 1;
            var period = ReportingPeriod.of(ReportingPeriod.Kind.YEAR, year);
            var country = new ReportingCountry(
                    product.getBean(JdbcClient.class),
                    product.getBean(Accounts.class),
                    year,
                    PeriodCode.number(period));
            country.account("nguoido");
            new BoardBench(
                            "http://127.0.0.1:" + product.getEnvironment().getProperty("local.server.port"),
                            rounds,
                            country,
                            PeriodCode.text(period))
                    .run();
        }
        System.exit(0);
    }

    private void run() throws Exception {
        signIn();
        String board = board("/statistics/board", country.country.toString());
        ask("board of the country, first page", board);
        String next = board;
        for (int page = 0; page < 33; page++) next = find(NEXT, get(next)).replace("&amp;", "&");
        ask("a page from its middle", next.replace("#list", ""));
        ask(
                "board of a province",
                board("/statistics/board", country.provinces.get(7).toString()));
        ask("search without marks, \"tan lap 12\"", board + "&words=tan%20lap%2012");
        ask("those that have not handed in", board + "&filter=OPEN");
        ask("late, with a search", board + "&filter=LATE&words=dong%20tam");
        ask("the list as .xlsx, all 3,300", board.replace("/board?", "/board.xlsx?"));
        ask("what waits to be accepted", "/statistics/to-accept");
        accept();
        units();
    }

    private String board(String page, String unit) {
        return page + "?form=BENCH-BOARD&period=" + period + "&unit=" + unit;
    }

    private void signIn() throws Exception {
        token = find(TOKEN, get("/sign-in"));
        post("/sign-in", "username", "nguoido", "password", ReportingCountry.PASSWORD);
        token = find(TOKEN, get(board("/statistics/board", country.country.toString())));
    }

    private void ask(String what, String address) throws Exception {
        var nanos = new long[rounds];
        int bytes = 0;
        for (int i = -rounds; i < rounds; i++) {
            long before = System.nanoTime();
            bytes = fetch(address).length;
            if (i >= 0) nanos[i] = System.nanoTime() - before;
        }
        print(what + ", %,d kB".formatted(bytes / 1000), nanos);
    }

    /** Fifty at once, as the page offers them. */
    private void accept() throws Exception {
        var nanos = new ArrayList<Long>();
        for (int i = 0; i < 6; i++) {
            String page = get("/statistics/to-accept");
            var fields = new ArrayList<String>();
            var boxes = BOX.matcher(page);
            while (boxes.find()) fields.addAll(List.of("chosen", boxes.group(1)));
            if (fields.size() != 100) throw new IllegalStateException("boxes: " + fields.size() / 2);
            long before = System.nanoTime();
            post("/statistics/to-accept", fields.toArray(String[]::new));
            if (i > 0) nanos.add(System.nanoTime() - before);
        }
        print(
                "accepting 50 at once, with sums, steps, record and notices",
                nanos.stream().mapToLong(Long::longValue).toArray());
    }

    /** One workbook for all that have not handed in: down, filled in, up, shown, stored. */
    private void units() throws Exception {
        String address = board("/statistics/board/workbook", country.country.toString());
        byte[] template =
                once("workbook of all units that can still be entered", () -> fetch(address.replace("?", ".xlsx?")));
        byte[] filled = fill(template);
        once("its upload and check", () -> upload(filled));
        String page =
                new String(once("the page of what it would change", () -> fetch(address)), StandardCharsets.UTF_8);
        String stand = find(STAND, page);
        once("storing all of it in one transaction, sent up at once", () -> {
            post(
                    "/statistics/board/workbook/write",
                    "form",
                    "BENCH-BOARD",
                    "period",
                    period,
                    "unit",
                    country.country.toString(),
                    "stand",
                    stand,
                    "submit",
                    "true");
            return new byte[0];
        });
        out.println(find(Pattern.compile("data-stored>([^<]+)<"), get(stored)));
    }

    private String stored = "";

    private interface Act {
        byte[] run() throws Exception;
    }

    private byte[] once(String what, Act act) throws Exception {
        long before = System.nanoTime();
        byte[] answer = act.run();
        out.printf(
                Locale.ROOT,
                "%-75s %8.0f ms once, %,d kB%n",
                what,
                (System.nanoTime() - before) / 1e6,
                answer.length / 1000);
        return answer;
    }

    private static byte[] fill(byte[] template) throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(template));
                var filled = new ByteArrayOutputStream()) {
            var sheet = book.getSheetAt(0);
            for (int r = 7; r <= sheet.getLastRowNum(); r++)
                for (int c = 3; c < 3 + ReportingCountry.CELLS; c++)
                    sheet.getRow(r).getCell(c).setCellValue(r + c);
            book.write(filled);
            return filled.toByteArray();
        }
    }

    private byte[] upload(byte[] file) throws Exception {
        var body = new ByteArrayOutputStream();
        for (String[] field : new String[][] {
            {"_csrf", token},
            {"form", "BENCH-BOARD"},
            {"period", period},
            {"unit", country.country.toString()}
        })
            body.writeBytes(("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                            .formatted(BOUNDARY, field[0], field[1]))
                    .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"xa.xlsx\"\r\n\r\n"
                        .formatted(BOUNDARY))
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        var answer = browser.send(
                HttpRequest.newBuilder(URI.create(home + "/statistics/board/workbook"))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 302) throw new IllegalStateException("upload: " + answer.statusCode());
        return file;
    }

    private byte[] fetch(String address) throws Exception {
        var answer = browser.send(
                HttpRequest.newBuilder(URI.create(home + address)).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) throw new IllegalStateException(address + ": " + answer.statusCode());
        return answer.body();
    }

    private String get(String address) throws Exception {
        return new String(fetch(address), StandardCharsets.UTF_8);
    }

    private void post(String address, String... fields) throws Exception {
        var form = new StringBuilder("_csrf=").append(token);
        for (int i = 0; i < fields.length; i += 2)
            form.append('&')
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        var answer = browser.send(
                HttpRequest.newBuilder(URI.create(home + address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 400)
            throw new IllegalStateException(address + ": " + answer.statusCode() + " " + answer.body());
        stored = answer.headers().firstValue("location").orElse("").replace(home, "");
    }

    private static String find(Pattern pattern, String page) {
        var found = pattern.matcher(page);
        if (!found.find()) throw new IllegalStateException("not found: " + pattern);
        return found.group(1);
    }

    private void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        out.printf(
                Locale.ROOT,
                "%-75s p50 %7.1f ms   p95 %7.1f ms%n",
                what,
                nanos[nanos.length / 2] / 1e6,
                nanos[(int) Math.min(nanos.length - 1, Math.ceil(nanos.length * 0.95) - 1)] / 1e6);
    }
}
