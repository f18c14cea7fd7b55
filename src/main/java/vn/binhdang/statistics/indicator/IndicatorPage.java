package vn.binhdang.statistics.indicator;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One indicator: what it means, how it is computed, what is to be reached, who confirmed it.
 *
 * @param formulaWords empty where nothing is computed
 * @param latest the version shown is the last one written, which may be altered and confirmed
 * @param confirmable parts that wait for somebody to compare them with the source
 * @param typed of the form that has to be mended; empty otherwise
 * @param mistakes field to sentence
 */
public record IndicatorPage(
        String id,
        String code,
        Theme theme,
        IndicatorVersion version,
        String name,
        String nameLanguage,
        String otherName,
        String unit,
        String definition,
        Mark mark,
        String formulaWords,
        List<String> dimensions,
        List<ElementUsed> elements,
        String validity,
        boolean latest,
        List<VersionLine> versions,
        List<TargetLine> targets,
        List<ConfirmationLine> confirmations,
        List<String> confirmable,
        boolean mayDefine,
        String done,
        Map<String, String> typed,
        Map<String, String> mistakes,
        String today) {

    /** @param computed word of the source in the product; null when people type it */
    public record ElementUsed(
            String code, String name, @Nullable String computed, List<String> forms) {}

    public record VersionLine(int number, String href, String from, Mark mark, boolean shown) {}

    /**
     * @param unit empty: wherever the instrument applies
     * @param language of the words, which are Vietnamese where nobody has put them into English
     */
    public record TargetLine(
            String id,
            int year,
            String unit,
            String words,
            String language,
            String instrument,
            String source,
            boolean official) {}

    public record ConfirmationLine(String what, String source, String who, String when) {}

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    public @Nullable String mistake(String field) {
        return mistakes.get(field);
    }
}
