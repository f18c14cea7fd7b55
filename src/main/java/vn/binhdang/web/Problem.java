package vn.binhdang.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.util.WebUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * A "no" as programs read it (RFC 9457), at addresses below {@code /api/} and nowhere else.
 *
 * @param code the same in every language and release, for programs that tell reasons apart: the key of the sentence
 * @param detail the sentence, for the person who reads the program's log
 */
public record Problem(int status, String code, String title, String detail) {
    private static final String ADDRESSES = "/api/";

    /** Whether the request is answered in this way. */
    public static boolean isAnswerTo(HttpServletRequest request) {
        return request.getRequestURI().startsWith(ADDRESSES);
    }

    /** In the language of the person in front of the browser, else in the one the program asks for, else in Vietnamese. */
    public static Text text(HttpServletRequest request) {
        var chosen = WebUtils.getCookie(request, WebConfiguration.LANGUAGE);
        return Text.in(chosen == null ? wishedLanguage(request) : Locale.forLanguageTag(chosen.getValue()));
    }

    static Locale wishedLanguage(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) return Text.VIETNAMESE;
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(language -> language.equals("vi") || language.equals("en"))
                .findFirst()
                .map(language -> Text.in(Locale.of(language)).locale())
                .orElse(Text.VIETNAMESE);
    }

    /** With the sentence of a key. */
    public static Problem of(int status, String title, String key, Text t, Object... arguments) {
        return new Problem(status, key, t.of(title), t.of(key, arguments));
    }

    /** The id of the request stands in it too: with it the operator finds the log line and the record of deeds. */
    public void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) return;
        var members = new LinkedHashMap<String, Object>();
        members.put("type", "about:blank");
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail);
        members.put("instance", "urn:uuid:" + request.getAttribute(ErrorPage.REQUEST_ID));
        members.put("code", code);
        byte[] body = JsonMapper.shared().writeValueAsBytes(members);
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, text(request).language());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
