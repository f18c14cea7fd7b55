package vn.binhdang.web;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An entry of {@link Text}, taken apart when it is read: a page prints hundreds of them, and {@link MessageFormat} would
 * read its pattern each time anew. It says what MessageFormat says.
 */
final class Sentence {
    private static final int MOST_ARGUMENTS = 10;
    /** Stands before the number of an argument; a sign that no text uses. */
    private static final char MARK = '\uE000';

    private static final int SMALLEST_GROUPED = 1_000;

    private final MessageFormat format;
    private final NumberFormat numbers;
    /** In turns words and {@code null}, which stands for the next of {@link #places}; empty: only the format knows. */
    private final List<String> words;

    private final int[] places;

    private Sentence(MessageFormat format, NumberFormat numbers, List<String> words, int[] places) {
        this.format = format;
        this.numbers = numbers;
        this.words = words;
        this.places = places;
    }

    static Sentence of(String pattern, Locale locale) {
        var format = new MessageFormat(pattern, locale);
        var numbers = NumberFormat.getInstance(locale);
        for (var own : format.getFormatsByArgumentIndex())
            if (own != null) return new Sentence(format, numbers, List.of(), new int[0]);
        var marked = new Object[MOST_ARGUMENTS];
        for (int i = 0; i < marked.length; i++) marked[i] = MARK + String.valueOf(i);
        String text = format.format(marked);
        var words = new ArrayList<String>();
        var places = new int[(int) text.chars().filter(c -> c == MARK).count()];
        int from = 0;
        for (int i = 0; i < places.length; i++) {
            int at = text.indexOf(MARK, from);
            words.add(text.substring(from, at));
            places[i] = text.charAt(at + 1) - '0';
            from = at + 2;
        }
        words.add(text.substring(from));
        return new Sentence(format, numbers, List.copyOf(words), places);
    }

    String with(Object... arguments) {
        if (words.isEmpty()) return ((MessageFormat) format.clone()).format(arguments);
        if (places.length == 0) return words.getFirst();
        var text = new StringBuilder(words.getFirst());
        for (int i = 0; i < places.length; i++)
            text.append(said(places[i], arguments)).append(words.get(i + 1));
        return text.toString();
    }

    /** With all its decimals, of which MessageFormat says three: a limit of 0.0005 is not 0.001. */
    private String whole(BigDecimal number) {
        var exact = (NumberFormat) numbers.clone();
        exact.setMaximumFractionDigits(Math.max(0, number.scale()));
        return exact.format(number);
    }

    private String said(int place, Object[] arguments) {
        if (place >= arguments.length) return "{" + place + "}";
        return switch (arguments[place]) {
            case String string -> string;
            case Integer number when number > -SMALLEST_GROUPED && number < SMALLEST_GROUPED -> number.toString();
            case BigDecimal number -> whole(number);
            case Number number -> ((NumberFormat) numbers.clone()).format(number);
            case java.util.Date date -> new MessageFormat("{0}", format.getLocale()).format(new Object[] {date});
            case null -> "null";
            default -> arguments[place].toString();
        };
    }
}
