package vn.binhdang.statistics.collection.board;

import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of boards. */
final class BoardAddress {
    private BoardAddress() {}

    static String of(String page, BoardPage.Asked asked, String words, String after) {
        var address = UriComponentsBuilder.fromPath(page)
                .queryParam("form", asked.form())
                .queryParam("period", asked.period())
                .queryParam("unit", asked.unit());
        if (!asked.filter().isEmpty() && !asked.filter().equals(Filter.ALL.name()))
            address = address.queryParam("filter", asked.filter());
        if (!words.isBlank()) address = address.queryParam("words", "{words}");
        if (!after.isEmpty()) address = address.queryParam("after", "{after}");
        var values = new java.util.HashMap<String, Object>();
        values.put("words", words);
        values.put("after", after);
        return address.encode().buildAndExpand(values).toUriString();
    }
}
