package vn.binhdang.document;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import vn.binhdang.calendar.PartialDate;
import vn.binhdang.web.Text;

/** Writes the keys one after the other; by hand, because each is a promise and a renamed field must not change one. */
final class DocumentJsonWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;
    private final Text words;

    private DocumentJsonWriter(JsonGenerator json, Text words) {
        this.json = json;
        this.words = words;
    }

    static String line(String file, AdministrativeDocument document, List<Finding> findings, Text words) {
        var line = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            new DocumentJsonWriter(json, words).write(file, document, findings);
        }
        return line.toString();
    }

    static String errorLine(String file, String code, String message) {
        var line = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("file", file);
            json.writeObjectPropertyStart("error");
            json.writeStringProperty("code", code);
            json.writeStringProperty("message", message);
            json.writeEndObject();
            json.writeEndObject();
        }
        return line.toString();
    }

    private void write(String file, AdministrativeDocument document, List<Finding> findings) {
        json.writeStartObject();
        text("file", file);
        text("documentType", document.documentType());
        text("issuingAgency", document.issuingAgency());
        text("parentAgency", document.parentAgency());
        text("number", document.number());
        text("symbol", document.symbol());
        text("place", document.place());
        date("date", document.date());
        text("subjectLine", document.subjectLine());
        texts("addressees", document.addressees());
        list("legalBases", document.legalBases(), DocumentJsonWriter::basis);
        list("sections", document.sections(), DocumentJsonWriter::section);
        list("tasks", document.tasks(), DocumentJsonWriter::task);
        list("citedDocuments", document.citedDocuments(), DocumentJsonWriter::cited);
        texts("recipients", document.recipients());
        signature(document.signature());
        list("body", document.body(), DocumentJsonWriter::block);
        list("annexes", document.annexes(), DocumentJsonWriter::annex);
        json.writeArrayPropertyStart("findings");
        for (var finding : findings) finding(finding);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void basis(LegalBasis basis) {
        text("text", basis.text());
        text("type", basis.type());
        text("number", basis.number());
        day("date", basis.date());
        text("issuer", basis.issuer());
        lines(basis.lines());
    }

    private void section(Section section) {
        text("number", section.number());
        text("heading", section.heading());
        list("children", section.children(), DocumentJsonWriter::section);
        lines(section.lines());
    }

    private void task(DocumentTask task) {
        text("number", task.number());
        text("text", task.text());
        texts("leadUnits", task.leadUnits());
        texts("coordinatingUnits", task.coordinatingUnits());
        day("start", task.start());
        day("due", task.due());
        text("dueText", task.dueText());
        text("recurrence", task.recurrence());
        text("output", task.output());
        lines(task.lines());
    }

    private void cited(CitedDocument cited) {
        text("type", cited.type());
        text("number", cited.number());
        text("name", cited.name());
        day("date", cited.date());
        text("issuer", cited.issuer());
        lines(cited.lines());
    }

    private void signature(@Nullable Signature signature) {
        json.writeName("signature");
        if (signature == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        text("capacity", signature.capacity());
        text("onBehalfOf", signature.onBehalfOf());
        text("title", signature.title());
        text("name", signature.name());
        json.writeEndObject();
    }

    private void block(Block block) {
        text("kind", block.kind().name().toLowerCase(Locale.ROOT));
        text("number", block.number());
        text("text", block.text());
        json.writeArrayPropertyStart("rows");
        for (List<String> row : block.rows()) {
            json.writeStartArray();
            for (String cell : row) json.writeString(cell);
            json.writeEndArray();
        }
        json.writeEndArray();
        lines(block.lines());
    }

    private void annex(Annex annex) {
        text("label", annex.label());
        text("title", annex.title());
        text("attachedTo", annex.attachedTo());
        list("body", annex.body(), DocumentJsonWriter::block);
    }

    private void finding(Finding finding) {
        json.writeStartObject();
        text("code", finding.code());
        text("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        text("message", words.of(finding.code(), finding.arguments().toArray()));
        number("line", finding.line());
        texts("arguments", finding.arguments());
        if (finding.mend() != null) {
            json.writeObjectPropertyStart("mend");
            text("field", finding.mend().field());
            text("value", finding.mend().value());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private <T> void list(String key, List<T> items, BiConsumer<DocumentJsonWriter, T> write) {
        json.writeArrayPropertyStart(key);
        for (T item : items) {
            json.writeStartObject();
            write.accept(this, item);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void texts(String key, List<String> values) {
        json.writeArrayPropertyStart(key);
        for (String value : values) json.writeString(value);
        json.writeEndArray();
    }

    private void text(String key, @Nullable String value) {
        json.writeStringProperty(key, value);
    }

    private void day(String key, @Nullable LocalDate day) {
        text(key, day == null ? null : day.toString());
    }

    private void date(String key, @Nullable PartialDate date) {
        json.writeName(key);
        if (date == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        number("year", date.year());
        number("month", date.month());
        number("day", date.day());
        json.writeEndObject();
    }

    private void number(String key, @Nullable Integer value) {
        json.writeName(key);
        if (value == null) json.writeNull();
        else json.writeNumber(value);
    }

    private void lines(@Nullable Lines lines) {
        json.writeName("lines");
        if (lines == null) {
            json.writeNull();
            return;
        }
        json.writeStartArray();
        json.writeNumber(lines.from());
        json.writeNumber(lines.to());
        json.writeEndArray();
    }
}
