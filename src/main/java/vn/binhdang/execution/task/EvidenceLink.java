package vn.binhdang.execution.task;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An address that shows a result, with what it showed when it was kept. The product never fetches it.
 * @param address http or https, with a host
 * @param dated day of what it shows, as typed
 */
public record EvidenceLink(String address, String title, LocalDate dated) {
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int LONGEST_TITLE = 500;

    /** What was read of a form: a link, or what has to be mended in it; neither when none was typed. */
    record Read(@Nullable EvidenceLink link, List<Problem> problems) {}

    static Read of(LinkForm form, LocalDate today) {
        if (form.isEmpty()) return new Read(null, List.of());
        var problems = new ArrayList<Problem>();
        String address = form.address();
        String refusal = refusal(address);
        if (!refusal.isEmpty()) problems.add(new Problem("link", refusal, LONGEST_ADDRESS));
        String title = form.title();
        if (title.isEmpty()) problems.add(new Problem("linkTitle", "execution.evidence.link.needs.title"));
        if (title.length() > LONGEST_TITLE)
            problems.add(new Problem("linkTitle", "execution.task.tooLong", LONGEST_TITLE));
        LocalDate dated = null;
        try {
            dated = form.day();
            if (dated == null) problems.add(new Problem("linkDate", "execution.evidence.link.needs.date"));
            else if (dated.isAfter(today)) problems.add(new Problem("linkDate", "execution.task.needs.pastDay"));
        } catch (DateTimeException e) {
            problems.add(new Problem("linkDate", "execution.task.needs.day"));
        }
        return problems.isEmpty() && dated != null
                ? new Read(new EvidenceLink(withPlainScheme(address), title, dated), List.of())
                : new Read(null, problems);
    }

    /** "Https://", as phones begin a line, is written as everybody else writes it. */
    private static String withPlainScheme(String address) {
        int colon = address.indexOf(':');
        return address.substring(0, colon).toLowerCase(Locale.ROOT) + address.substring(colon);
    }

    /** Where it leads, for people to see before they follow it. */
    String host() {
        String host = URI.create(address).getHost();
        return host == null ? "" : IDN.toUnicode(host);
    }

    /** @return a message key; empty when it may be kept */
    static String refusal(String address) {
        if (address.isEmpty()) return "execution.evidence.link.needs.address";
        if (address.length() > LONGEST_ADDRESS) return "execution.evidence.link.needs.shorter";
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException e) {
            return "execution.evidence.link.needs.wellFormed";
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) return "execution.evidence.link.needs.http";
        // "https://user:password@host" hides where it leads, and would keep a password.
        if (uri.getRawUserInfo() != null
                || String.valueOf(uri.getRawAuthority()).contains("@"))
            return "execution.evidence.link.needs.noPassword";
        return uri.getHost() == null ? "execution.evidence.link.needs.wellFormed" : "";
    }
}
