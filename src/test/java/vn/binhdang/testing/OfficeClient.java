package vn.binhdang.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A person in front of a running product, over HTTP: signs in, sends forms. One session, one request at a time. */
public final class OfficeClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI home;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(PATIENCE)
            .build();

    public OfficeClient(URI home) {
        this.home = home;
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends the fields as a form of the page would. */
    public HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        var body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        var request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a file as the form of the page would. */
    public HttpResponse<String> upload(String path, String token, String fileName, String content)
            throws IOException, InterruptedException {
        String boundary = "binhdang-test-file";
        String body = """
            --%1$s\r
            Content-Disposition: form-data; name="_csrf"\r
            \r
            %2$s\r
            --%1$s\r
            Content-Disposition: form-data; name="file"; filename="%3$s"\r
            Content-Type: text/csv\r
            \r
            %4$s\r
            --%1$s--\r
            """.formatted(boundary, token, fileName, content);
        var request = request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Fills the form of a page that is sent to {@code action}, hidden fields as they are, and sends it. */
    public HttpResponse<String> submit(String page, String action, Map<String, String> typed)
            throws IOException, InterruptedException {
        var fields = hidden(Jsoup.parse(get(page).body()), action);
        fields.putAll(typed);
        return post(action, fields);
    }

    /** The token of this session, from the form of a page. */
    public String token(String page) throws IOException, InterruptedException {
        return Jsoup.parse(get(page).body()).select("input[name=_csrf]").attr("value");
    }

    public void signIn(String username, String password) throws IOException, InterruptedException {
        var answer = submit("/sign-in", "/sign-in", Map.of("username", username, "password", password));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .as("where %s lands after signing in", username)
                .isNotEmpty()
                .doesNotContain("sign-in?");
    }

    private static Map<String, String> hidden(Document page, String action) {
        var fields = new LinkedHashMap<String, String>();
        for (Element field : page.select("form[action=" + action + "] input[type=hidden]"))
            fields.put(field.attr("name"), field.attr("value"));
        return fields;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(home.resolve(path)).timeout(PATIENCE);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
