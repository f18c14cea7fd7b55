package vn.binhdang.document.drafting;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The numbers of paragraphs: "II." is followed by "III.", "d)" by "đ)". */
public final class Numbers {
    /** The letters of points (Decree 30/2020, annex I): Vietnamese order, with đ, without ă â ê ô ơ ư, f j w z. */
    private static final String POINTS = "abcdđeghiklmnopqrstuvxy";

    private static final Pattern ROMAN = Pattern.compile("(.*?\\b)([IVXL]+)(\\.?)");
    private static final Pattern ARABIC = Pattern.compile("(.*?)(\\d{1,4})(\\D?)");
    private static final Pattern POINT = Pattern.compile("([" + POINTS + "])(\\))");
    private static final TreeMap<Integer, String> ROMAN_SIGNS =
            new TreeMap<>(Map.of(1, "I", 4, "IV", 5, "V", 9, "IX", 10, "X", 40, "XL", 50, "L"));

    private Numbers() {}

    /** The number that follows in the same series; null where there is none to be told. */
    public static @Nullable String after(@Nullable String number) {
        if (number == null) return null;
        if (List.of("-", "–", "+", "•", "*").contains(number)) return number;
        Matcher point = POINT.matcher(number);
        if (point.matches()) {
            int next = POINTS.indexOf(point.group(1)) + 1;
            return next < POINTS.length() ? POINTS.charAt(next) + ")" : null;
        }
        Matcher roman = ROMAN.matcher(number);
        if (roman.matches()) return roman.group(1) + roman(value(roman.group(2)) + 1) + roman.group(3);
        Matcher arabic = ARABIC.matcher(number);
        if (arabic.matches()) return arabic.group(1) + (Integer.parseInt(arabic.group(2)) + 1) + arabic.group(3);
        return null;
    }

    /** @param number from 1 */
    public static String roman(int number) {
        var signs = new StringBuilder();
        for (int rest = number; rest > 0; ) {
            int step = ROMAN_SIGNS.floorKey(rest);
            signs.append(ROMAN_SIGNS.get(step));
            rest -= step;
        }
        return signs.toString();
    }

    /** A number of a form field that only a script or a broken page sends wrong. */
    public static int of(String digits, int otherwise) {
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : otherwise;
    }

    private static int value(String roman) {
        int value = 0;
        int last = 0;
        for (int i = roman.length() - 1; i >= 0; i--) {
            int sign = switch (roman.charAt(i)) {
                case 'I' -> 1;
                case 'V' -> 5;
                case 'X' -> 10;
                default -> 50;
            };
            value += sign < last ? -sign : sign;
            last = sign;
        }
        return value;
    }
}
