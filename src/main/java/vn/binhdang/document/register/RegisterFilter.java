package vn.binhdang.document.register;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.document.DocumentState;

/**
 * What the register is narrowed down to.
 *
 * @param words each must occur in subject, number and symbol or signer, without regard to case and diacritics
 * @param year of issue; of the plan or report while it is not issued
 */
public record RegisterFilter(
        String words,
        @Nullable Integer year,
        @Nullable DocumentKind kind,
        @Nullable DocumentState state) {
    private static final int LONGEST = 200;

    /** Whatever stands in an address: what is not understood does not narrow anything down. */
    static RegisterFilter of(
            @Nullable String words, @Nullable String year, @Nullable String kind, @Nullable String state) {
        String typed = words == null ? "" : words.strip();
        return new RegisterFilter(
                typed.substring(0, Math.min(typed.length(), LONGEST)),
                year != null && year.matches("\\d{4}") ? Integer.valueOf(year) : null,
                constant(DocumentKind.class, kind),
                constant(DocumentState.class, state));
    }

    public boolean isEmpty() {
        return words.isEmpty() && year == null && kind == null && state == null;
    }

    /** The address of the page that begins after an entry. */
    String addressAfter(@Nullable String key) {
        var address = UriComponentsBuilder.fromPath("/documents");
        if (!words.isEmpty()) address.queryParam("q", "{q}");
        if (year != null) address.queryParam("year", year);
        if (kind != null) address.queryParam("kind", kind.name());
        if (state != null) address.queryParam("state", state.name());
        if (key != null) address.queryParam("after", key);
        return words.isEmpty()
                ? address.build().toUriString()
                : address.encode().buildAndExpand(words).toUriString();
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
        if (name == null) return null;
        for (var constant : type.getEnumConstants())
            if (constant.name().equals(name.toUpperCase(Locale.ROOT))) return constant;
        return null;
    }
}
