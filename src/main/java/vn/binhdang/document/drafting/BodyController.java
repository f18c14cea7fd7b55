package vn.binhdang.document.drafting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
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

/** Forms of the body: one for each paragraph, with a button for each thing that can be done to it. */
@Controller
@Allows(Action.WRITE_DOCUMENTS)
@RequestMapping("/documents/{id}")
class BodyController {
    private final BodyEditing body;
    private final OutgoingDocuments documents;
    private final Editors editors;
    private final EditorPages pages;
    private final Replies replies;

    BodyController(BodyEditing body, OutgoingDocuments documents, Editors editors, EditorPages pages, Replies replies) {
        this.body = body;
        this.documents = documents;
        this.editors = editors;
        this.pages = pages;
        this.replies = replies;
    }

    @PostMapping("/blocks/{block}")
    ModelAndView block(
            @PathVariable String id,
            @PathVariable UUID block,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        var document = DocumentId.of(id);
        var typed = BlockForm.of(form);
        String deed = form.getFirst("do");
        var outcome = switch (deed == null ? "save" : deed) {
            case "save" -> body.save(actor, document, block, typed);
            case "add-before" -> body.add(actor, document, block, typed, false);
            case "add-after" -> body.add(actor, document, block, typed, true);
            case "delete" -> body.delete(actor, document, block, typed);
            case "up" -> body.move(actor, document, block, typed, -1);
            case "down" -> body.move(actor, document, block, typed, 1);
            case "split" -> body.split(actor, document, block, typed);
            case "join" -> body.join(actor, document, block, typed);
            case "add-row" -> body.resize(actor, document, block, typed, true);
            case "drop-rows" -> body.resize(actor, document, block, typed, false);
            default -> throw new NotVisible("deed on a paragraph");
        };
        return reply(new Call(request, response), outcome, form, actor, document, block);
    }

    @PostMapping("/parts/{part}/blocks")
    ModelAndView begin(
            @PathVariable String id,
            @PathVariable int part,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        var document = DocumentId.of(id);
        var block = body.begin(actor, document, part);
        return shown(new Call(request, response), List.of(block), List.of(), null, actor, document, block);
    }

    @PostMapping("/undo/{undo}")
    ModelAndView undo(
            @PathVariable String id,
            @PathVariable UUID undo,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        var document = DocumentId.of(id);
        var outcome = body.undo(actor, document, undo);
        return reply(
                new Call(request, response), outcome, MultiValueMap.fromSingleValue(Map.of()), actor, document, undo);
    }

    private ModelAndView reply(
            Call call,
            Outcome<BlockRow> outcome,
            MultiValueMap<String, String> form,
            Actor actor,
            DocumentId id,
            UUID block) {
        return switch (outcome) {
            case Saved<BlockRow>(BlockRow row) ->
                replies.saved(call, String.valueOf(row.version()), page(actor, id) + "#block-" + block);
            case Conflict<BlockRow> conflict ->
                replies.conflict(call, conflict, form, page(actor, id) + "#block-" + block);
            case Rearranged<BlockRow>(var rows, var removed, var undo) ->
                shown(
                        call,
                        rows.stream().map(BlockRow::id).toList(),
                        removed,
                        undo,
                        actor,
                        id,
                        rows.isEmpty() ? block : rows.getLast().id());
        };
    }

    private ModelAndView shown(
            Call call,
            List<UUID> rows,
            List<UUID> removed,
            @Nullable UUID undo,
            Actor actor,
            DocumentId id,
            UUID anchor) {
        String address = "/documents/" + id;
        var fragment = new ModelAndView(
                "document/drafting/blocks",
                "page",
                new BlocksPart(
                        address, pages.blocks(id, rows, call.t()), undo == null ? null : address + "/undo/" + undo));
        var gone = new ArrayList<String>();
        removed.forEach(one -> gone.add("block-" + one));
        return replies.rearranged(
                call, fragment, gone, Replies.withUndo(page(actor, id), "body", undo, "block-" + anchor));
    }

    private String page(Actor actor, DocumentId id) {
        return editors.editor(documents.find(actor, id));
    }
}
