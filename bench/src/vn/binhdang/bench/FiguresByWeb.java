package vn.binhdang.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The questions of the bench of figures once more, through the addresses and pages of a product that runs by itself. */
final class FiguresByWeb {
    private static final int CLIENTS = 16;
    private static final int CHARTS = 10;
    /** Until the Java of an address is compiled. */
    private static final long WARMING_NANOS = 6_000_000_000L;

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String home;
    private final Path folder;
    private final String token;
    private final String password;
    private final String country;
    private final List<String> provinces;
    private final int indicators;
    private final int units;

    private FiguresByWeb(String home, Path folder) throws IOException {
        this.home = home;
        this.folder = folder;
        var about = new Properties();
        try (InputStream in = Files.newInputStream(folder.resolve("web.properties"))) {
            about.load(in);
        }
        token = about.getProperty("token");
        password = about.getProperty("password");
        country = about.getProperty("country");
        provinces = List.of(about.getProperty("provinces").split(","));
        indicators = Integer.parseInt(about.getProperty("indicators"));
        units = Integer.parseInt(about.getProperty("units"));
    }

    /** @param arguments address of the product; folder in which web.properties and web.jsonl lie */
    public static void main(String[] arguments) throws Exception {
        var web = new FiguresByWeb(arguments[0], Path.of(arguments[1]));
        String all = IntStream.range(0, web.indicators)
                .mapToObj(e -> "&indicator=SHARE_" + e)
                .collect(Collectors.joining());
        String provinces = web.provinces.stream().map(id -> "&unit=" + id).collect(Collectors.joining());
        String years = "period=2023&period=2024&period=2025";
        web.ask("60 indicators x 34 provinces x 3 years", 60, years + all + provinces);
        web.ask("one indicator by province, a year", 300, "period=2025&indicator=SHARE_0" + provinces);
        web.ask(
                "one indicator for all units of a level, a half year",
                60,
                "period=2025S1&indicator=SHARE_0&level=commune&unit=" + web.country);
        web.dashboard();
        web.bring();
        System.exit(0);
    }

    private void ask(String what, int rounds, String question) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(home + "/api/figures?" + question))
                .header("Authorization", "Bearer " + token)
                .build();
        var nanos = new long[rounds];
        int bytes = 0;
        long warm = System.nanoTime() + WARMING_NANOS;
        for (int i = 0; i < rounds; ) {
            long before = System.nanoTime();
            var answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200)
                throw new IllegalStateException(new String(answer.body(), StandardCharsets.UTF_8));
            if (before > warm) nanos[i++] = System.nanoTime() - before;
            bytes = answer.body().length;
        }
        print("GET /api/figures, %s (%,d bytes)".formatted(what, bytes), nanos);
    }

    private void dashboard() throws Exception {
        var browsers = new ArrayList<Browser>();
        for (int i = 0; i < CLIENTS; i++) browsers.add(signedIn());
        int[] bytes = new int[1];
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var asked = browsers.stream()
                    .map(browser -> (Callable<List<Long>>) () -> boards(browser, bytes))
                    .toList();
            var nanos = new ArrayList<Long>();
            for (Future<List<Long>> done : clients.invokeAll(asked)) nanos.addAll(done.get());
            print(
                    "page of a dashboard of ten charts, 16 people at once (%,d bytes)".formatted(bytes[0]),
                    nanos.stream().mapToLong(n -> n).toArray());
        }
    }

    private List<Long> boards(Browser browser, int[] bytes) throws IOException {
        var random = new Random(Thread.currentThread().threadId());
        var nanos = new ArrayList<Long>();
        long warm = System.nanoTime() + WARMING_NANOS;
        while (nanos.size() < 60) {
            var chosen = IntStream.range(0, indicators).boxed().collect(Collectors.toList());
            Collections.shuffle(chosen, random);
            String address = "/statistics/figures?kind=YEAR&from=2023&to=2025&unit="
                    + provinces.get(random.nextInt(provinces.size()))
                    + chosen.stream().limit(CHARTS).map(e -> "&m=SHARE_" + e).collect(Collectors.joining());
            long before = System.nanoTime();
            var answer = browser.get(address, true);
            if (answer.status() != 200) throw new IllegalStateException(address + " answers " + answer.status());
            if (before > warm) nanos.add(System.nanoTime() - before);
            bytes[0] = answer.body().length;
        }
        return nanos;
    }

    private Browser signedIn() throws IOException {
        var browser = new Browser(URI.create(home));
        var found = CSRF.matcher(browser.get("/sign-in", false).text());
        if (!found.find()) throw new IllegalStateException("no token on the page for signing in");
        int status =
                browser.post("/sign-in", "username=nguoido&password=%s&_csrf=%s".formatted(password, found.group(1)));
        if (status != 302 && status != 303) throw new IllegalStateException("could not sign in: " + status);
        return browser;
    }

    private void bring() throws Exception {
        var rows = folder.resolve("web.jsonl");
        long count;
        try (var lines = Files.lines(rows)) {
            count = lines.count();
        }
        var request = HttpRequest.newBuilder(URI.create(home + "/api/values?as=accepted"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofFile(rows))
                .build();
        long before = System.nanoTime();
        var answer = http.send(request, BodyHandlers.ofString());
        double seconds = (System.nanoTime() - before) / 1e9;
        if (answer.statusCode() != 200 || !answer.body().contains("\"taken\":" + count))
            throw new IllegalStateException(answer.body());
        OUT.printf(Locale.ROOT, "POST /api/values, one request of %,d rows: %,.0f values/s%n", count, count / seconds);
    }

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        OUT.printf(
                Locale.ROOT,
                "%s: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms (%d)%n",
                what,
                nanos[nanos.length / 2] / 1e6,
                nanos[Math.min(nanos.length - 1, nanos.length * 95 / 100)] / 1e6,
                nanos[Math.min(nanos.length - 1, nanos.length * 99 / 100)] / 1e6,
                nanos.length);
    }
}
