package vn.binhdang.access.session;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** What the list of sign-ins tells about a browser: enough to recognise one's own, too little to follow anybody. */
final class Browsers {
    private record Mark(String in, String name) {}

    /** In this order: later ones stand inside the names of earlier ones. */
    private static final List<Mark> BROWSERS = List.of(
            new Mark("coc_coc", "Cốc Cốc"),
            new Mark("Edg", "Edge"),
            new Mark("OPR/", "Opera"),
            new Mark("SamsungBrowser", "Samsung Internet"),
            new Mark("Firefox/", "Firefox"),
            new Mark("Chrome/", "Chrome"),
            new Mark("Safari/", "Safari"));

    private static final List<Mark> SYSTEMS = List.of(
            new Mark("iPhone", "iPhone"),
            new Mark("iPad", "iPad"),
            new Mark("Android", "Android"),
            new Mark("Windows", "Windows"),
            new Mark("Mac OS", "macOS"),
            new Mark("Linux", "Linux"));

    private Browsers() {}

    /** "Chrome · Windows"; empty when it says nothing we know. */
    static String words(HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        if (agent == null) return "";
        return String.join(
                " · ",
                List.of(first(BROWSERS, agent), first(SYSTEMS, agent)).stream()
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    private static String first(List<Mark> marks, String agent) {
        return marks.stream()
                .filter(mark -> agent.contains(mark.in()))
                .map(Mark::name)
                .findFirst()
                .orElse("");
    }

    /** The /24 of an IPv4 address, the /48 of an IPv6 address: "10.0.3.0/24". */
    static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            int kept = bytes.length == 4 ? 3 : 6;
            Arrays.fill(bytes, kept, bytes.length, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress() + "/" + kept * 8;
        } catch (IllegalArgumentException | UnknownHostException e) {
            return "";
        }
    }
}
