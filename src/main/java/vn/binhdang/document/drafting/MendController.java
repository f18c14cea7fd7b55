package vn.binhdang.document.drafting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.document.drafting.Outcome.Conflict;
import vn.binhdang.document.drafting.Outcome.Rearranged;
import vn.binhdang.document.drafting.Outcome.Saved;
import vn.binhdang.document.drafting.Replies.Call;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.NotVisible;

/** The buttons beside findings: each sets one part of the draft to the value proposed. */
@Controller
@Allows(Action.WRITE_DOCUMENTS)
class MendController {
    private static final Pattern ENTRY =
            Pattern.compile("(recipients|addressees|legalBases)\\[(\\d{1,6})](?:\\.text)?");
    private static final Pattern BLOCK = Pattern.compile("block-([0-9a-f-]{36})\\.(text|number)");
    private static final Pattern SIGNATURE = Pattern.compile("signature\\.(title|name)");

    private final HeadEditing heads;
    private final BodyEditing body;
    private final SignatureEditing signatures;
    private final OutgoingDocuments documents;
    private final Editors editors;
    private final Replies replies;

    MendController(
            HeadEditing heads,
            BodyEditing body,
            SignatureEditing signatures,
            OutgoingDocuments documents,
            Editors editors,
            Replies replies) {
        this.heads = heads;
        this.body = body;
        this.signatures = signatures;
        this.documents = documents;
        this.editors = editors;
        this.replies = replies;
    }

    @PostMapping("/documents/{id}/mend")
    ModelAndView mend(
            @PathVariable String id,
            @RequestParam String field,
            @RequestParam String value,
            @RequestParam String version,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        var document = DocumentId.of(id);
        var call = new Call(request, response);
        String page = editors.editor(documents.find(actor, document));
        return switch (mended(actor, document, field, value, version)) {
            case Saved<?> _, Rearranged<?> _ -> replies.saved(call, "", page);
            case Conflict<?> conflict -> replies.conflict(call, conflict, form, page);
        };
    }

    private Outcome<?> mended(Actor actor, DocumentId id, String field, String value, String version) {
        var block = BLOCK.matcher(field);
        if (block.matches())
            return body.mend(actor, id, UUID.fromString(block.group(1)), block.group(2), value, Numbers.of(version, 0));
        var signature = SIGNATURE.matcher(field);
        if (signature.matches()) return signatures.setPart(actor, id, signature.group(1), value, version);
        var entry = ENTRY.matcher(field);
        if (!entry.matches())
            return heads.set(
                    actor,
                    id,
                    HeadField.of(field).orElseThrow(() -> new NotVisible("field of a draft")),
                    value,
                    version);
        int index = Integer.parseInt(entry.group(2));
        if (entry.group(1).equals("legalBases")) return heads.setBasis(actor, id, index, value, version);
        var list = HeadField.of(Objects.requireNonNull(entry.group(1))).orElseThrow();
        return heads.setEntry(actor, id, list, index, value, version);
    }
}
