package vn.binhdang.statistics.exchange.format;

import java.nio.charset.StandardCharsets;

/**
 * Codes as SDMX allows them: letters, digits, _ - @ $. Everything but the first four is spelled $ and two hexadecimal digits for each byte
 * of UTF-8, the $ itself too, so that two codes never become one and the way back is open (1.1 is 1$2E1).
 */
public final class SdmxIds {

    private static final String HEX = "0123456789ABCDEF";

    private SdmxIds() {}

    public static String code(String code) {
        boolean plain = !code.isEmpty() && code.charAt(0) != '-';
        for (int i = 0; i < code.length() && plain; i++) plain = allowed(code.charAt(i));
        if (plain) return code;
        StringBuilder spelled = new StringBuilder(code.length() + 8);
        byte[] bytes = code.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xFF);
            // A dash in front would be a formula for a spreadsheet program, and an option for a command line.
            if (allowed(c) && !(i == 0 && c == '-')) spelled.append(c);
            else spelled.append('$').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
        }
        return spelled.toString();
    }

    public static String decoded(String spelled) {
        if (spelled.indexOf('$') < 0) return spelled;
        byte[] bytes = new byte[spelled.length()];
        int length = 0;
        for (int i = 0; i < spelled.length(); i++) {
            char c = spelled.charAt(i);
            if (c == '$'
                    && i + 2 < spelled.length()
                    && hex(spelled.charAt(i + 1)) >= 0
                    && hex(spelled.charAt(i + 2)) >= 0) {
                bytes[length++] = (byte) (hex(spelled.charAt(i + 1)) << 4 | hex(spelled.charAt(i + 2)));
                i += 2;
            } else bytes[length++] = (byte) c;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static int hex(char c) {
        return HEX.indexOf(c);
    }

    private static boolean allowed(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
    }
}
