package vn.binhdang.statistics.collection.sheet;

import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.statistics.collection.sheet.FilledWorkbook.Mistake;

/** A mistake as it is kept beside a workbook that was brought: its sentence is made in the language of whoever looks. */
record KeptMistake(String address, String key, List<Object> arguments) {
    /** Figures come back with all their decimals, not as binary fractions, of which a sentence says three. */
    static JsonMapper mapper() {
        return JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    static List<KeptMistake> of(List<Mistake> mistakes) {
        return mistakes.stream()
                .map(one -> new KeptMistake(
                        one.address(), one.what().messageKey(), one.what().arguments()))
                .toList();
    }

    static List<Mistake> read(JsonMapper json, String text) {
        return json.readValue(text, new TypeReference<List<KeptMistake>>() {}).stream()
                .map(one -> new Mistake(one.address(), new Answer.Wrong(one.key(), one.arguments())))
                .toList();
    }
}
