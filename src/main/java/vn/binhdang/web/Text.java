package vn.binhdang.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The words of the product in one language, from {@code messages/<module>_<language>.properties} (UTF-8). Every entry is
 * a {@link MessageFormat} pattern, so an apostrophe is written twice. Plain Java: the command line uses it too.
 */
public final class Text {
    public static final Locale VIETNAMESE = Locale.of("vi", "VN");
    public static final Locale ENGLISH = Locale.of("en", "GB");

    private static final List<String> BUNDLES = List.of(
            "web",
            "kernel",
            "database",
            "calendar",
            "audit",
            "audit-deeds",
            "audit-fields",
            "files",
            "organisation",
            "organisation-import",
            "organisation-tree",
            "organisation-people",
            "access",
            "document",
            "plan",
            "plan-cascade",
            "plan-target",
            "plan-amendment",
            "execution",
            "execution-urging",
            "execution-initiative",
            "execution-oversight",
            "execution-calendar",
            "statistics",
            "statistics-collection",
            "statistics-submission",
            "reporting",
            "statistics-formula",
            "statistics-exchange",
            "statistics-indicator",
            "statistics-disclosure",
            "statistics-dashboard",
            "messaging",
            "operations",
            "cli");
    private static final Text VI = new Text(VIETNAMESE);
    private static final Text EN = new Text(ENGLISH);

    private static final int MOST_DECIMALS = 6;

    private final Locale locale;
    private final Map<String, Sentence> entries = new HashMap<>();

    private Text(Locale locale) {
        this.locale = locale;
        for (String bundle : BUNDLES) load("messages/%s_%s.properties".formatted(bundle, locale.getLanguage()));
    }

    /** English for an English locale, Vietnamese for every other. */
    public static Text in(Locale locale) {
        return locale.getLanguage().equals("en") ? EN : VI;
    }

    /** @throws IllegalArgumentException when the key has no entry: a missing text is a defect, not a blank */
    public String of(String key, Object... arguments) {
        var sentence = entries.get(key);
        if (sentence == null)
            throw new IllegalArgumentException("no text for %s in %s".formatted(key, locale.getLanguage()));
        return sentence.with(arguments);
    }

    /** "1.234,5" in Vietnamese, "1,234.5" in English, with as many decimals as it has, six at most. */
    public String number(Number number) {
        var format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(MOST_DECIMALS);
        return format.format(number);
    }

    public boolean has(String key) {
        return entries.containsKey(key);
    }

    public Locale locale() {
        return locale;
    }

    /** For the lang attribute: "vi" or "en". */
    public String language() {
        return locale.getLanguage();
    }

    private void load(String resource) {
        try (var in = Text.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) return;
            var properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            properties.forEach((key, value) -> entries.put((String) key, Sentence.of((String) value, locale)));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
