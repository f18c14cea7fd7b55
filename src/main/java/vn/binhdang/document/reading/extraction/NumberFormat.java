package vn.binhdang.document.reading.extraction;

import java.util.Locale;

/** Prints the number of a list as Word does; the names are those of OOXML's numFmt. */
final class NumberFormat {
    private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN_DIGITS = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"
    };
    private static final int MOST_ROMAN = 3999;
    private static final int LETTERS = 26;
    private static final int MOST_LETTER_REPEATS = 10;
    private static final String[] VIETNAMESE_DIGITS = {
        "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"
    };

    private NumberFormat() {}

    static String print(String format, int number) {
        return switch (format) {
            case "none" -> "";
            case "decimalZero" -> number < 10 ? "0" + number : Integer.toString(number);
            case "upperRoman" -> roman(number);
            case "lowerRoman" -> roman(number).toLowerCase(Locale.ROOT);
            case "upperLetter" -> letters(number);
            case "lowerLetter" -> letters(number).toLowerCase(Locale.ROOT);
            case "vietnameseCounting" -> vietnamese(number);
            default -> Integer.toString(number);
        };
    }

    private static String roman(int number) {
        if (number < 1 || number > MOST_ROMAN) return Integer.toString(number);
        var printed = new StringBuilder();
        int left = number;
        for (int i = 0; i < ROMAN_VALUES.length; i++)
            for (; left >= ROMAN_VALUES[i]; left -= ROMAN_VALUES[i]) printed.append(ROMAN_DIGITS[i]);
        return printed.toString();
    }

    /** A … Z, then AA, BB, CC: Word repeats the letter. Its letters are the 26 of English, also in Vietnamese. */
    private static String letters(int number) {
        if (number < 1 || number > LETTERS * MOST_LETTER_REPEATS) return Integer.toString(number);
        char letter = (char) ('A' + (number - 1) % LETTERS);
        return String.valueOf(letter).repeat((number - 1) / LETTERS + 1);
    }

    /** Một … chín mươi chín, as Word counts in Vietnamese; beyond that in digits. */
    private static String vietnamese(int number) {
        if (number < 1 || number > 99) return Integer.toString(number);
        int tens = number / 10;
        int ones = number % 10;
        if (tens == 0) return VIETNAMESE_DIGITS[ones];
        String start = tens == 1 ? "mười" : VIETNAMESE_DIGITS[tens] + " mươi";
        if (ones == 0) return start;
        if (ones == 1 && tens > 1) return start + " mốt";
        return start + " " + (ones == 5 ? "lăm" : VIETNAMESE_DIGITS[ones]);
    }

    /** Word's bullets are mostly private characters of symbol fonts; a plan prints them as dashes. */
    static String bullet(String symbol) {
        String text = symbol.strip();
        if (text.equals("+") || text.equals("*")) return text;
        return text.isEmpty() ? "" : "-";
    }
}
