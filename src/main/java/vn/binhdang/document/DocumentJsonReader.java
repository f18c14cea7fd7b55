package vn.binhdang.document;

import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.calendar.PartialDate;

/** Reads what {@link DocumentJsonWriter} writes. A missing key is an empty value; a value of the wrong kind is refused. */
final class DocumentJsonReader {
    private static final JsonMapper JSON = JsonMapper.shared();

    private DocumentJsonReader() {}

    static AdministrativeDocument document(String json) throws MalformedJson {
        JsonNode root = parse(json);
        if (!root.isObject()) throw new MalformedJson("document.json.notDocument");
        var part = new JsonPart(root, "");
        if (root.has("error")) throw new MalformedJson("document.json.isError");
        return new AdministrativeDocument(
                part.text("documentType"),
                part.text("issuingAgency"),
                part.text("parentAgency"),
                part.text("number"),
                part.text("symbol"),
                part.text("place"),
                part.object("date", DocumentJsonReader::date),
                part.text("subjectLine"),
                part.texts("addressees"),
                part.list("legalBases", DocumentJsonReader::basis),
                part.list("sections", DocumentJsonReader::section),
                part.list("body", DocumentJsonReader::block),
                part.list("tasks", DocumentJsonReader::task),
                part.list("citedDocuments", DocumentJsonReader::cited),
                part.texts("recipients"),
                part.object("signature", DocumentJsonReader::signature),
                part.list("annexes", DocumentJsonReader::annex),
                part.list("findings", DocumentJsonReader::finding));
    }

    private static JsonNode parse(String json) throws MalformedJson {
        try {
            return JSON.readTree(json);
        } catch (JacksonException broken) {
            var place = broken.getLocation();
            throw new MalformedJson(
                    "document.json.notJson",
                    Integer.toString(place == null ? 1 : place.getLineNr()),
                    Integer.toString(place == null ? 1 : place.getColumnNr()));
        }
    }

    private static PartialDate date(JsonPart part) throws MalformedJson {
        try {
            return new PartialDate(part.number("year"), part.number("month"), part.number("day"));
        } catch (DateTimeException impossible) {
            throw new MalformedJson("document.json.notDate", part.path());
        }
    }

    private static LegalBasis basis(JsonPart part) throws MalformedJson {
        return new LegalBasis(
                part.textOrEmpty("text"),
                part.text("type"),
                part.text("number"),
                part.day("date"),
                part.text("issuer"),
                part.lines());
    }

    private static Section section(JsonPart part) throws MalformedJson {
        return new Section(
                part.text("number"),
                part.textOrEmpty("heading"),
                part.list("children", DocumentJsonReader::section),
                part.lines());
    }

    private static DocumentTask task(JsonPart part) throws MalformedJson {
        return new DocumentTask(
                part.text("number"),
                part.textOrEmpty("text"),
                part.texts("leadUnits"),
                part.texts("coordinatingUnits"),
                part.day("start"),
                part.day("due"),
                part.text("dueText"),
                part.text("recurrence"),
                part.text("output"),
                part.lines());
    }

    private static CitedDocument cited(JsonPart part) throws MalformedJson {
        return new CitedDocument(
                part.text("type"),
                part.text("number"),
                part.text("name"),
                part.day("date"),
                part.text("issuer"),
                part.lines());
    }

    private static Signature signature(JsonPart part) throws MalformedJson {
        return new Signature(part.text("capacity"), part.text("onBehalfOf"), part.text("title"), part.text("name"));
    }

    private static Block block(JsonPart part) throws MalformedJson {
        return new Block(
                constant(Block.Kind.values(), part, "kind", Block.Kind.PARAGRAPH),
                part.text("number"),
                part.textOrEmpty("text"),
                part.rows("rows"),
                part.lines());
    }

    private static Annex annex(JsonPart part) throws MalformedJson {
        return new Annex(
                part.text("label"),
                part.text("title"),
                part.text("attachedTo"),
                part.list("body", DocumentJsonReader::block));
    }

    private static Finding finding(JsonPart part) throws MalformedJson {
        return new Finding(
                part.textOrEmpty("code"),
                constant(Finding.Severity.values(), part, "severity", Finding.Severity.WARNING),
                part.texts("arguments"),
                part.number("line"),
                part.object("mend", mend -> new Finding.Mend(mend.textOrEmpty("field"), mend.textOrEmpty("value"))));
    }

    /** An enum by its name in lower case; {@code otherwise} when the key is missing. */
    private static <E extends Enum<E>> E constant(E[] all, JsonPart part, String key, E otherwise)
            throws MalformedJson {
        @Nullable String name = part.text(key);
        if (name == null) return otherwise;
        for (E constant : all) if (lower(constant).equals(name)) return constant;
        List<String> known = Arrays.stream(all).map(DocumentJsonReader::lower).collect(Collectors.toList());
        throw new MalformedJson("document.json.unknownWord", part.path() + "." + key, name, String.join(", ", known));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
