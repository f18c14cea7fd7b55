package vn.binhdang.access.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a try comes from.
 * @param device id of a browser that carries our signed mark; null for any other
 */
public record Origin(String address, @Nullable String device) {

    static Origin of(HttpServletRequest request, @Nullable String device) {
        return new Origin(request.getRemoteAddr(), device);
    }

    /** The /24 or /48 the address lies in; the address itself when it is none. */
    String network() {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            Arrays.fill(bytes, bytes.length == 4 ? 3 : 6, bytes.length, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (IllegalArgumentException | UnknownHostException e) {
            return address;
        }
    }
}
