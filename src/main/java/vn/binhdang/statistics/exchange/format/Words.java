package vn.binhdang.statistics.exchange.format;

import vn.binhdang.web.Text;

/** Names of our own in both languages, from the messages below statistics.exchange. */
final class Words {

    private static final Text VIETNAMESE = Text.in(Text.VIETNAMESE);
    private static final Text ENGLISH = Text.in(Text.ENGLISH);

    private Words() {}

    static Label label(String word) {
        String key = "statistics.exchange." + word;
        return Label.of(VIETNAMESE.of(key), ENGLISH.of(key));
    }
}
