package vn.binhdang.document.drafting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.document.drafting.Replies.Call;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.web.Text;

/** The editor as a page of its own, its findings, its history. */
@Controller
class EditorController {
    private final EditorPages pages;
    private final OutgoingDocuments documents;
    private final Editors editors;
    private final History history;

    EditorController(EditorPages pages, OutgoingDocuments documents, Editors editors, History history) {
        this.pages = pages;
        this.documents = documents;
        this.editors = editors;
        this.history = history;
    }

    /** For documents whose companion brings no page of its own. */
    @GetMapping("/documents/{id}/edit")
    @Allows(Action.WRITE_DOCUMENTS)
    ModelAndView edit(@PathVariable String id, @RequestParam Optional<String> undo, Actor actor, Locale locale) {
        var document = documents.find(actor, DocumentId.of(id));
        String editor = editors.editor(document);
        if (!editor.equals(Editors.plainEditor(document.id()))) return new ModelAndView("redirect:" + editor);
        return new ModelAndView(
                "document/drafting/edit", "page", pages.of(actor, document.id(), undo.orElse(null), Text.in(locale)));
    }

    @GetMapping("/documents/{id}/notes")
    @Allows(Action.WRITE_DOCUMENTS)
    ModelAndView notes(@PathVariable String id, Actor actor, Locale locale) {
        return new ModelAndView(
                "document/drafting/notes", Map.of("notes", pages.notes(actor, DocumentId.of(id), Text.in(locale))));
    }

    @GetMapping("/documents/{id}/history")
    @Allows(Action.READ_DRAFTS)
    ModelAndView history(
            @PathVariable String id,
            @RequestParam Optional<String> until,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        var document = documents.find(actor, DocumentId.of(id));
        actor.must(Action.READ_DRAFTS);
        var call = new Call(request, response);
        var moment = until.map(EditorController::moment).orElse(AuditTrail.END_OF_TIME);
        var found = history.of(actor, document.id(), moment, call.t());
        String address = "/documents/" + document.id() + "/history";
        var page = new HistoryPage(
                document.subject(),
                editors.home(document),
                found.lines(),
                moment.equals(AuditTrail.END_OF_TIME) ? null : address,
                found.older() == null ? null : address + "?until=" + found.older());
        return new ModelAndView(
                call.scripted() ? "document/drafting/history" : "document/drafting/history-page", "page", page);
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return AuditTrail.END_OF_TIME;
        }
    }
}
