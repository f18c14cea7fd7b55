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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * Thirty-two people who are signed in ask for one page after another, each without a pause, for some seconds a page. What
 * they ask stands in a file of tab-separated lines: label, user names parted by commas, addresses parted by spaces.
 *
 * <p>The answers are printed the same way: label, requests a second, median, 95th percentile, bytes as sent, bytes plain.
 */
final class Load {
    private static final int CONNECTIONS = 32;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final String home;
    private final String signIn;
    private final String token;
    private final String password;
    private final Map<String, Browser> browsers = new HashMap<>();
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

    /**
     * @param arguments address of the product, path of its form for signing in, name of the form's token, password, file
     *     of questions, seconds of warming for each, seconds of measuring for each
     */
    public static void main(String[] arguments) throws Exception {
        var load = new Load(arguments[0], arguments[1], arguments[2], arguments[3]);
        var questions = Files.readAllLines(Path.of(arguments[4])).stream()
                .filter(line -> !line.isBlank())
                .map(line -> line.split("\t"))
                .map(part -> new Question(part[0], List.of(part[1].split(",")), List.of(part[2].split(" "))))
                .toList();
        for (var question : questions)
            for (int i = 0; i < CONNECTIONS; i++) {
                String browser = question.browser(i);
                if (!load.browsers.containsKey(browser)) load.browsers.put(browser, load.signedIn(question.user(i)));
            }
        for (var question : questions) load.ask(question, Double.parseDouble(arguments[5]), false);
        for (var question : questions) load.ask(question, Double.parseDouble(arguments[6]), true);
        System.exit(0);
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

    private void ask(Question question, double seconds, boolean print) throws Exception {
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
        if (!print) return;
        if (millis.isEmpty()) {
            OUT.println(question.label() + "\t0\t0\t0\t0\t0");
            return;
        }
        double took = (System.nanoTime() - begun) / 1e9;
        double[] sorted = millis.stream().mapToDouble(m -> m).sorted().toArray();
        var sizes = sizes(question);
        OUT.printf(
                Locale.ROOT,
                "%s\t%.1f\t%.1f\t%.1f\t%d\t%d%n",
                question.label(),
                sorted.length / took,
                sorted[sorted.length / 2],
                sorted[Math.min(sorted.length - 1, sorted.length * 95 / 100)],
                sizes[0],
                sizes[1]);
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
