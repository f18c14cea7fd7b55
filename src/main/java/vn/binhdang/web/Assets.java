package vn.binhdang.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.springframework.stereotype.Component;

/** Addresses of own static files with a mark of their content, so that browsers keep them for a year and never stale. */
@Component
public class Assets {
    private final Map<String, String> marks = new ConcurrentHashMap<>();

    /** @param name path below {@code static/}: "app.css" */
    public String href(String name) {
        return "/" + name + "?v=" + marks.computeIfAbsent(name, Assets::mark);
    }

    private static String mark(String name) {
        try (var in = Assets.class.getResourceAsStream("/static/" + name)) {
            if (in == null) throw new IllegalArgumentException("no static file " + name);
            var sum = new CRC32();
            sum.update(in.readAllBytes());
            return HexFormat.of().toHexDigits((int) sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
