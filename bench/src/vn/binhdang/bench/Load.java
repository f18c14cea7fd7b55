package vn.binhdang.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Thirty-two people who are signed in ask for one page after another, each without a pause, for some seconds a page, after
 * it has been asked for until it gets no faster. What they ask stands in a file of tab-separated lines: label, user names
 * parted by commas, addresses parted by spaces.
 *
 * <p>Several sites are asked in turns, page by page and in several rounds, so that a machine that is slower for a while is
 * so for all of them. The answers are printed site by site: label, requests a second, median, 95th percentile (of each the
 * median of the rounds), bytes as sent, bytes plain, the worst 95th percentile of a round.
 */
final class Load {
    private static final int CONNECTIONS = 32;
    private static final int FEWEST_TURNS = 4;
    private static final int MOST_TURNS = 15;
    private static final int TURNS_IN_VAIN = 2;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final String home;
    private final String signIn;
    private final String token;
    private final String password;
    private final Map<String, Browser> browsers = new HashMap<>();
    private final Map<String, List<Window>> measured = new LinkedHashMap<>();
    private final Set<String> wrong = ConcurrentHashMap.newKeySet();

    private Load(String home, String signIn, String token, String password) {
        this.home = home;
        this.signIn = signIn;
        this.token = token;
        this.password = password;
    }

    private record Question(String label, List<String> users, List<String> addresses) {
        String user(int connection) {
            return users.get(connection % users.size());
        }

        /** Each connection is a browser of its own, also where one person has several. */
        String browser(int connection) {
            return user(connection) + " " + connection / users.size();
        }
    }

    /** Requests a second, milliseconds. */
    private record Window(double rate, double median, double p95) {}

    /**
     * @param arguments addresses of the sites parted by commas, path of the form for signing in, name of the form's token,
     *     passwords parted by commas, file of questions, seconds of each turn of warming, seconds of measuring for each and
     *     round, number of rounds (1)
     */
    public static void main(String[] arguments) throws Exception {
        String[] homes = arguments[0].split(",");
        String[] passwords = arguments[3].split(",");
        var sites = IntStream.range(0, homes.length)
                .mapToObj(i -> new Load(homes[i], arguments[1], arguments[2], passwords[i]))
                .toList();
        var questions = Files.readAllLines(Path.of(arguments[4])).stream()
                .filter(line -> !line.isBlank())
                .map(line -> line.split("\t"))
                .map(part -> new Question(part[0], List.of(part[1].split(",")), List.of(part[2].split(" "))))
                .toList();
        int rounds = arguments.length > 7 ? Integer.parseInt(arguments[7]) : 1;
        for (var site : sites) site.signIn(questions);
        for (var question : questions) for (var site : sites) site.warm(question, Double.parseDouble(arguments[5]));
        for (int round = 1; round <= rounds; round++) {
            System.err.printf(Locale.ROOT, "round %d: a fixed loop takes %.0f ms%n", round, fixedLoop());
            for (var question : questions)
                for (var site : sites) {
                    var window = site.ask(question, Double.parseDouble(arguments[6]));
                    site.measured
                            .computeIfAbsent(question.label(), label -> new ArrayList<>())
                            .add(window);
                }
        }
        for (var site : sites) site.print(questions);
        System.exit(0);
    }

    /** Tells runs apart in which the machine itself was slower. */
    private static double fixedLoop() {
        var numbers = new long[1 << 20];
        double best = Double.MAX_VALUE;
        for (int turn = 0; turn < 5; turn++) {
            long begun = System.nanoTime();
            long sum = turn;
            for (int k = 0; k < 100; k++) for (int i = 0; i < numbers.length; i++) sum += numbers[i] ^ i;
            numbers[turn] = sum;
            best = Math.min(best, (System.nanoTime() - begun) / 1e6);
        }
        return best;
    }

    private void signIn(List<Question> questions) throws IOException {
        for (var question : questions)
            for (int i = 0; i < CONNECTIONS; i++) {
                String browser = question.browser(i);
                if (!browsers.containsKey(browser)) browsers.put(browser, signedIn(question.user(i)));
            }
    }

    private Browser signedIn(String user) throws IOException {
        var browser = new Browser(URI.create(home));
        var page = browser.get(signIn, false).text();
        var found = Pattern.compile("name=\"" + token + "\" value=\"([^\"]+)\"").matcher(page);
        if (!found.find()) throw new IllegalStateException("no token on " + signIn);
        int status = browser.post(
                signIn,
                "username=%s&password=%s&%s=%s".formatted(user, encoded(password), token, encoded(found.group(1))));
        if (status != 302 && status != 303) throw new IllegalStateException(user + " could not sign in: " + status);
        return browser;
    }

    /** Java compiles what it is asked often, on the same processors, for as long as that makes it faster. */
    private void warm(Question question, double seconds) throws Exception {
        double best = 0;
        for (int turn = 0, inVain = 0; turn < MOST_TURNS && inVain < TURNS_IN_VAIN; turn++) {
            double rate = ask(question, seconds).rate();
            inVain = rate > best * 1.02 || turn < FEWEST_TURNS ? 0 : inVain + 1;
            best = Math.max(best, rate);
        }
    }

    private Window ask(Question question, double seconds) throws Exception {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        long begun = System.nanoTime();
        var millis = new ArrayList<Double>();
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            var asked = new ArrayList<Future<List<Double>>>();
            for (int i = 0; i < CONNECTIONS; i++) {
                String browser = question.browser(i);
                asked.add(threads.submit((Callable<List<Double>>) () -> again(question, browser, end)));
            }
            for (var one : asked) millis.addAll(one.get());
        }
        if (millis.isEmpty()) return new Window(0, 0, 0);
        double took = (System.nanoTime() - begun) / 1e9;
        double[] sorted = millis.stream().mapToDouble(m -> m).sorted().toArray();
        return new Window(
                sorted.length / took,
                sorted[sorted.length / 2],
                sorted[Math.min(sorted.length - 1, sorted.length * 95 / 100)]);
    }

    private void print(List<Question> questions) throws IOException {
        for (var question : questions) {
            var windows = measured.getOrDefault(question.label(), List.of());
            var sizes = sizes(question);
            OUT.printf(
                    Locale.ROOT,
                    "%s\t%.1f\t%.1f\t%.1f\t%d\t%d\t%.1f%n",
                    question.label(),
                    median(windows, Window::rate),
                    median(windows, Window::median),
                    median(windows, Window::p95),
                    sizes[0],
                    sizes[1],
                    windows.stream().mapToDouble(Window::p95).max().orElse(0));
        }
    }

    private static double median(List<Window> windows, ToDoubleFunction<Window> of) {
        double[] sorted = windows.stream().mapToDouble(of).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    private List<Double> again(Question question, String name, long end) throws IOException {
        var browser = browsers.get(name);
        var millis = new ArrayList<Double>();
        do {
            var addresses = question.addresses();
            String address = addresses.get(ThreadLocalRandom.current().nextInt(addresses.size()));
            long before = System.nanoTime();
            var answer = browser.get(address, true);
            if (answer.status() == 200) millis.add((System.nanoTime() - before) / 1e6);
            else if (wrong.add(name + " " + address + " " + answer.status()))
                System.err.println("%s got %d for %s".formatted(name, answer.status(), address));
        } while (System.nanoTime() < end);
        return millis;
    }

    private int[] sizes(Question question) throws IOException {
        var browser = browsers.get(question.browser(0));
        String address = question.addresses().getFirst();
        return new int[] {
            browser.get(address, true).body().length,
            browser.get(address, false).body().length
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
