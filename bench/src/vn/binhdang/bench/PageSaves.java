package vn.binhdang.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.drafting.DraftSaves;

/** The same saves as the editor's page sends them, by somebody who signed in. */
final class PageSaves implements Runnable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String home;
    private final String address;
    private final String token;
    private String words;
    private int times;

    PageSaves(String home, String username, String password, DocumentId draft, String words) {
        this.home = home;
        this.words = words;
        address = "/documents/%s/head/subjectLine".formatted(draft.value());
        post("/sign-in", "username=%s&password=%s&_csrf=%s".formatted(username, encoded(password), token("/sign-in")));
        token = token("/documents");
    }

    @Override
    public void run() {
        String next = "Về việc lần thứ " + ++times;
        int status = post(
                address,
                "value=%s&version=%s&_csrf=%s".formatted(encoded(next), encoded(DraftSaves.version(words)), token));
        if (status != 200) throw new IllegalStateException("answered " + status);
        words = next;
    }

    private String token(String page) {
        var found = TOKEN.matcher(send(request(page).GET().build()).body());
        if (!found.find()) throw new IllegalStateException("no token on " + page);
        return found.group(1);
    }

    private int post(String path, String form) {
        return send(request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("HX-Request", "true")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build())
                .statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(home + path));
    }

    private java.net.http.HttpResponse<String> send(HttpRequest request) {
        try {
            return browser.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
