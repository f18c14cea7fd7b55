package vn.binhdang.document.drafting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
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

/** Forms of the head: fields, bases, signature. */
@Controller
@Allows(Action.WRITE_DOCUMENTS)
@RequestMapping("/documents/{id}")
class HeadController {
    private final HeadEditing heads;
    private final SignatureEditing signatures;
    private final OutgoingDocuments documents;
    private final Editors editors;
    private final EditorPages pages;
    private final Replies replies;

    HeadController(
            HeadEditing heads,
            SignatureEditing signatures,
            OutgoingDocuments documents,
            Editors editors,
            EditorPages pages,
            Replies replies) {
        this.heads = heads;
        this.signatures = signatures;
        this.documents = documents;
        this.editors = editors;
        this.pages = pages;
        this.replies = replies;
    }

    @PostMapping("/head/{field}")
    ModelAndView field(
            @PathVariable String id,
            @PathVariable String field,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        var document = DocumentId.of(id);
        var known = HeadField.of(field).orElseThrow(() -> new NotVisible("field of a head"));
        var outcome = heads.set(actor, document, known, first(form, "value"), first(form, "version"));
        return reply(new Call(request, response), outcome, form, page(actor, document) + "#field-" + field);
    }

    @PostMapping("/signature")
    ModelAndView signature(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        var document = DocumentId.of(id);
        var outcome =
                signatures.set(actor, document, first(form, "capacity"), first(form, "signer"), first(form, "version"));
        return reply(new Call(request, response), outcome, form, page(actor, document) + "#signature");
    }

    @PostMapping("/bases")
    ModelAndView addBasis(
            @PathVariable String id, Actor actor, HttpServletRequest request, HttpServletResponse response) {
        var document = DocumentId.of(id);
        heads.addBasis(actor, document);
        return bases(new Call(request, response), actor, document, null);
    }

    @PostMapping("/bases/{index}")
    ModelAndView basis(
            @PathVariable String id,
            @PathVariable int index,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        var document = DocumentId.of(id);
        var call = new Call(request, response);
        String back = page(actor, document) + "#bases";
        var outcome = heads.setBasis(actor, document, index, first(form, "text"), first(form, "version"));
        if (!(outcome instanceof Saved<String>(String version))) return reply(call, outcome, form, back);
        UUID undo = null;
        switch (first(form, "do")) {
            case "up" -> heads.moveBasis(actor, document, index, -1, version);
            case "down" -> heads.moveBasis(actor, document, index, 1, version);
            case "delete" -> undo = heads.deleteBasis(actor, document, index, version);
            default -> {
                return replies.saved(call, version, back);
            }
        }
        return bases(call, actor, document, undo);
    }

    @PostMapping("/bases/undo/{undo}")
    ModelAndView restoreBasis(
            @PathVariable String id,
            @PathVariable UUID undo,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        var document = DocumentId.of(id);
        heads.restoreBasis(actor, document, undo);
        return bases(new Call(request, response), actor, document, null);
    }

    private ModelAndView bases(Call call, Actor actor, DocumentId id, @Nullable UUID undo) {
        String address = "/documents/" + id;
        var fragment = new ModelAndView(
                "document/drafting/bases",
                Map.of(
                        "page",
                        new BasesPart(
                                address, pages.bases(id), undo == null ? null : address + "/bases/undo/" + undo)));
        return replies.rearranged(call, fragment, List.of(), Replies.withUndo(page(actor, id), "bases", undo, "bases"));
    }

    private ModelAndView reply(Call call, Outcome<String> outcome, MultiValueMap<String, String> form, String back) {
        return switch (outcome) {
            case Saved<String>(String version) -> replies.saved(call, version, back);
            case Conflict<String> conflict -> replies.conflict(call, conflict, form, back);
            case Rearranged<String> _ -> throw new IllegalStateException("a field does not move");
        };
    }

    private String page(Actor actor, DocumentId id) {
        return editors.editor(documents.find(actor, id));
    }

    private static String first(MultiValueMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value;
    }
}
