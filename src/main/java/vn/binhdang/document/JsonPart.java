package vn.binhdang.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An object of a JSON text with the way to it, so that what is wrong with a value can be said exactly. */
record JsonPart(JsonNode node, String path) {

    interface Reading<T> {
        T read(JsonPart part) throws MalformedJson;
    }

    private @Nullable JsonNode present(String key) {
        JsonNode value = node.get(key);
        return value == null || value.isNull() ? null : value;
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    @Nullable
    String text(String key) throws MalformedJson {
        JsonNode value = present(key);
        return value == null ? null : text(value, at(key));
    }

    /** For values that a document cannot do without where their object is given at all. */
    String textOrEmpty(String key) throws MalformedJson {
        String text = text(key);
        return text == null ? "" : text;
    }

    private static String text(JsonNode value, String path) throws MalformedJson {
        if (!value.isString()) throw new MalformedJson("document.json.notText", path);
        return value.stringValue();
    }

    @Nullable
    Integer number(String key) throws MalformedJson {
        JsonNode value = present(key);
        if (value == null) return null;
        if (!value.isIntegralNumber() || !value.canConvertToInt())
            throw new MalformedJson("document.json.notNumber", at(key));
        return value.intValue();
    }

    @Nullable
    LocalDate day(String key) throws MalformedJson {
        String text = text(key);
        if (text == null) return null;
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException impossible) {
            throw new MalformedJson("document.json.notDay", at(key), text);
        }
    }

    List<String> texts(String key) throws MalformedJson {
        var texts = new ArrayList<String>();
        int i = 0;
        for (JsonNode item : items(key)) texts.add(text(item, at(key) + "[" + i++ + "]"));
        return texts;
    }

    /** Rows of a table. */
    List<List<String>> rows(String key) throws MalformedJson {
        var rows = new ArrayList<List<String>>();
        int i = 0;
        for (JsonNode row : items(key)) {
            String path = at(key) + "[" + i++ + "]";
            if (!row.isArray()) throw new MalformedJson("document.json.notList", path);
            var cells = new ArrayList<String>();
            int column = 0;
            for (JsonNode cell : row) cells.add(text(cell, path + "[" + column++ + "]"));
            rows.add(cells);
        }
        return rows;
    }

    <T> List<T> list(String key, Reading<T> reading) throws MalformedJson {
        var list = new ArrayList<T>();
        int i = 0;
        for (JsonNode item : items(key)) list.add(reading.read(object(item, at(key) + "[" + i++ + "]")));
        return list;
    }

    <T> @Nullable T object(String key, Reading<T> reading) throws MalformedJson {
        JsonNode value = present(key);
        return value == null ? null : reading.read(object(value, at(key)));
    }

    private static JsonPart object(JsonNode value, String path) throws MalformedJson {
        if (!value.isObject()) throw new MalformedJson("document.json.notObject", path);
        return new JsonPart(value, path);
    }

    private Iterable<JsonNode> items(String key) throws MalformedJson {
        JsonNode value = present(key);
        if (value == null) return List.of();
        if (!value.isArray()) throw new MalformedJson("document.json.notList", at(key));
        return value;
    }

    /** {@code [from, to]}. */
    @Nullable
    Lines lines() throws MalformedJson {
        JsonNode value = present("lines");
        if (value == null) return null;
        boolean pair = value.isArray()
                && value.size() == 2
                && value.get(0).isInt()
                && value.get(1).isInt();
        if (!pair) throw new MalformedJson("document.json.notLines", at("lines"));
        try {
            return new Lines(value.get(0).intValue(), value.get(1).intValue());
        } catch (IllegalArgumentException impossible) {
            throw new MalformedJson("document.json.notLines", at("lines"));
        }
    }
}
