package vn.binhdang.statistics.exchange.figures;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.indicator.expression.NoValue;
import vn.binhdang.statistics.indicator.expression.Result;
import vn.binhdang.statistics.rollup.Figure;
import vn.binhdang.statistics.rollup.Measure;

/** Writes figures. What has no value says why; the value is rounded to the decimals of its measure, its parts are exact. */
final class FiguresWriter {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int PART_DECIMALS = 6;

    private FiguresWriter() {}

    static void json(List<String> codes, List<Measure> measures, List<Figure> figures, OutputStream out) {
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("figures");
            for (var figure : figures) {
                json.writeStartObject();
                json.writeStringProperty("indicator", codes.get(figure.measure()));
                json.writeStringProperty("unit", figure.unit().toString());
                json.writeStringProperty("period", PeriodCode.text(figure.period()));
                if (!figure.category().isEmpty()) json.writeStringProperty("category", figure.category());
                number(
                        json,
                        "value",
                        figure.value(),
                        measures.get(figure.measure()).decimals());
                if (figure.value() instanceof NoValue none)
                    json.writeStringProperty("reason", none.reason().name());
                if (figure.denominator() != null) {
                    number(json, "numerator", figure.numerator(), PART_DECIMALS);
                    number(json, "denominator", figure.denominator(), PART_DECIMALS);
                }
                json.writeNumberProperty("reported", figure.reported());
                json.writeNumberProperty("expected", figure.expected());
                if (figure.estimated()) json.writeBooleanProperty("estimated", true);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void number(JsonGenerator json, String name, Result result, int decimals) {
        json.writeName(name);
        if (result instanceof Result.Value value) json.writeNumber(plain(value, decimals));
        else json.writeNull();
    }

    static void csv(List<String> codes, List<Measure> measures, List<Figure> figures, Writer out) {
        try (out) {
            out.write(
                    "indicator,unit,period,category,value,reason,numerator,denominator,reported,expected,estimated\r\n");
            for (var figure : figures) {
                int decimals = measures.get(figure.measure()).decimals();
                out.write(codes.get(figure.measure()));
                out.write(',');
                out.write(figure.unit().toString());
                out.write(',');
                out.write(PeriodCode.text(figure.period()));
                out.write(',');
                out.write(figure.category());
                out.write(',');
                out.write(text(figure.value(), decimals));
                out.write(',');
                if (figure.value() instanceof NoValue none)
                    out.write(none.reason().name());
                out.write(',');
                if (figure.denominator() != null) out.write(text(figure.numerator(), PART_DECIMALS));
                out.write(',');
                out.write(text(figure.denominator(), PART_DECIMALS));
                out.write("," + figure.reported() + "," + figure.expected() + "," + figure.estimated() + "\r\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(@Nullable Result result, int decimals) {
        return result instanceof Result.Value value ? plain(value, decimals) : "";
    }

    /** Without zeros at the end that say nothing. */
    private static String plain(Result.Value value, int decimals) {
        var number = value.rounded(decimals);
        return (number.scale() > 0 ? number.stripTrailingZeros() : number).toPlainString();
    }
}
