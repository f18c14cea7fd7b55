package vn.binhdang.statistics.exchange.format;

import java.util.List;

/**
 * What is wrong at one place of a received document.
 *
 * @param messageKey a sentence that says what to do; below statistics.exchange.fault
 * @param arguments for the sentence: names of attributes and elements as they stood there, cut to a sane length
 */
public record Fault(Place place, String messageKey, List<String> arguments)
        implements AdxReader.Item, SdmxCsvReader.Item {

    static Fault at(Place place, String word, String... arguments) {
        return new Fault(
                place,
                "statistics.exchange.fault." + word,
                java.util.Arrays.stream(arguments)
                        .map(a -> a.length() > 60 ? a.substring(0, 60) + "…" : a)
                        .toList());
    }
}
