package vn.binhdang.access.identity;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/** A browser without script: follows redirects one by one, keeps cookies, sends the forms of pages. */
final class PlainBrowser implements AutoCloseable {
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final List<URI> visited = new ArrayList<>();
    private Document page = new Document("");

    /** Every address on the way, redirects included. */
    List<URI> visited() {
        return visited;
    }

    Document page() {
        return page;
    }

    URI at() {
        return visited.getLast();
    }

    void open(URI address) {
        go(HttpRequest.newBuilder(address).GET());
    }

    /** Fills the fields of the page's form with that action, keeps what it has hidden, and sends it. */
    void send(String action, Map<String, String> typed) {
        var form = page.select("form").stream()
                .map(FormElement.class::cast)
                .filter(f -> f.absUrl("action").contains(action))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no form " + action + " at " + at() + ":\n" + page.text()));
        var fields = form.formData().stream()
                .filter(field -> !typed.containsKey(field.key()))
                .collect(Collectors.toMap(f -> f.key(), f -> f.value(), (a, b) -> a));
        fields.putAll(typed);
        String body = fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        go(HttpRequest.newBuilder(URI.create(form.absUrl("action")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Referer", at().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private void go(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
            visited.add(answer.uri());
            var next = answer.headers().firstValue("Location");
            if (answer.statusCode() / 100 == 3 && next.isPresent())
                go(HttpRequest.newBuilder(answer.uri().resolve(next.get())).GET());
            else page = Jsoup.parse(answer.body(), answer.uri().toString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
