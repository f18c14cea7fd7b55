package vn.binhdang.document.drafting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.LegalBasis;
import vn.binhdang.document.Signature;

/** The head of a draft while it is written: a document without body, stored as JSON, changed part by part. */
final class DraftHead {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectNode tree;

    DraftHead(String json) {
        this.tree = (ObjectNode) JSON.readTree(json);
    }

    AdministrativeDocument document() {
        return JSON.treeToValue(tree, AdministrativeDocument.class);
    }

    /** The words of a field; entries of a list each on a line. */
    String text(HeadField field) {
        var node = tree.get(field.property());
        if (node == null || node.isNull()) return "";
        if (!field.several()) return node.asString();
        var entries = new ArrayList<String>();
        node.forEach(entry -> entries.add(entry.asString()));
        return String.join("\n", entries);
    }

    /** An emptied field is null again: the document does not say. */
    void set(HeadField field, String typed) {
        if (field.several()) {
            var list = tree.putArray(field.property());
            Typed.lines(typed).forEach(line -> list.add(bare(line)));
            return;
        }
        String line = Typed.line(typed);
        if (line.isEmpty()) tree.putNull(field.property());
        else tree.put(field.property(), line);
    }

    List<LegalBasis> bases() {
        return document().legalBases();
    }

    void setBases(List<LegalBasis> bases) {
        tree.set("legalBases", JSON.<JsonNode>valueToTree(bases));
    }

    @Nullable
    Signature signature() {
        return document().signature();
    }

    void setSignature(Signature signature) {
        tree.set("signature", JSON.<JsonNode>valueToTree(signature));
    }

    /** The version of the signature block. */
    String signatureMark() {
        return signatureMark(signature());
    }

    static String signatureMark(@Nullable Signature signature) {
        return Mark.of(signature == null ? "" : signature.toString());
    }

    static String basisMark(LegalBasis basis) {
        return Mark.of(basis.text());
    }

    String json() {
        return JSON.writeValueAsString(tree);
    }

    /** List entries are stored without the dash and end mark that printing adds. */
    private static String bare(String line) {
        return line.replaceFirst("^[-–•+]\\s*", "").replaceFirst("[;.\\s]+$", "");
    }
}
