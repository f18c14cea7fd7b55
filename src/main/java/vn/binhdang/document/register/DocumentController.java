package vn.binhdang.document.register;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.approval.Approvals;
import vn.binhdang.document.approval.SigningCapacity;
import vn.binhdang.document.issuing.Corrections;
import vn.binhdang.document.issuing.Issuing;
import vn.binhdang.document.issuing.Misprint;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.NotAllowed;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Refused;

/** The page of one document and what is done from it. A refusal comes back beside its form with what was typed. */
@Controller
class DocumentController {
    private final DocumentPages pages;
    private final Approvals approvals;
    private final Issuing issuing;
    private final Corrections corrections;

    DocumentController(DocumentPages pages, Approvals approvals, Issuing issuing, Corrections corrections) {
        this.pages = pages;
        this.approvals = approvals;
        this.issuing = issuing;
        this.corrections = corrections;
    }

    @GetMapping("/documents/{id}")
    @Allows(Action.READ_DOCUMENTS)
    String show(
            @PathVariable DocumentId id,
            @RequestParam(required = false) @Nullable String done,
            Actor actor,
            Model model) {
        var act = done != null && done.matches("submit|withdraw|sendBack|approve|issue") ? done : null;
        model.addAttribute("page", pages.of(actor, id, null, null, DocumentPage.Typed.NOTHING, act));
        return "document/register/document";
    }

    @PostMapping("/documents/{id}/submit")
    @Allows(Action.WRITE_DOCUMENTS)
    String submit(
            @PathVariable DocumentId id,
            @RequestParam(defaultValue = "") String mark,
            @RequestParam(defaultValue = "false") boolean warningsSeen,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        return attempt(
                id,
                "submit",
                () -> approvals.submit(actor, id, mark, warningsSeen),
                new Again(actor, model, response, null, DocumentPage.Typed.NOTHING));
    }

    @PostMapping("/documents/{id}/withdraw")
    @Allows(Action.WRITE_DOCUMENTS)
    String withdraw(@PathVariable DocumentId id, Actor actor, Model model, HttpServletResponse response) {
        return attempt(
                id,
                "withdraw",
                () -> approvals.withdraw(actor, id),
                new Again(actor, model, response, null, DocumentPage.Typed.NOTHING));
    }

    @PostMapping("/documents/{id}/send-back")
    @Allows(Action.APPROVE_DOCUMENTS)
    String sendBack(
            @PathVariable DocumentId id,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        return attempt(
                id,
                "sendBack",
                () -> approvals.sendBack(actor, id, reason),
                new Again(actor, model, response, null, new DocumentPage.Typed(reason, List.of(), "")));
    }

    /** @param signer person and capacity: "0199…:KT" */
    @PostMapping("/documents/{id}/approve")
    @Allows(Action.APPROVE_DOCUMENTS)
    String approve(
            @PathVariable DocumentId id,
            @RequestParam(defaultValue = "") String mark,
            @RequestParam(defaultValue = "") String signer,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        return attempt(
                id,
                "approve",
                () -> approvals.approve(actor, id, mark, person(signer), capacity(signer)),
                new Again(actor, model, response, null, DocumentPage.Typed.NOTHING));
    }

    @PostMapping("/documents/{id}/issue")
    @Allows(Action.ISSUE_DOCUMENTS)
    String issue(
            @PathVariable DocumentId id,
            @RequestParam(defaultValue = "") String day,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        return attempt(
                id,
                "issue",
                () -> issuing.issue(
                        actor, id, TypedDay.read(day).orElseThrow(() -> new Refused("document.issue.noDay"))),
                new Again(actor, model, response, day, DocumentPage.Typed.NOTHING));
    }

    @PostMapping("/documents/{id}/erratum")
    @Allows(Action.WRITE_DOCUMENTS)
    String erratum(
            @PathVariable DocumentId id,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        var rows = rows(form, "place", "printed", "meant");
        var misprints = rows.stream()
                .map(row -> new Misprint(
                        row.get(0).strip(), row.get(1).strip(), row.get(2).strip()))
                .toList();
        return begin(
                "erratum",
                id,
                () -> corrections.erratum(actor, id, misprints),
                new Again(actor, model, response, null, new DocumentPage.Typed("", rows, "")));
    }

    @PostMapping("/documents/{id}/recall")
    @Allows(Action.WRITE_DOCUMENTS)
    String recall(
            @PathVariable DocumentId id,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        return begin(
                "recall",
                id,
                () -> corrections.recall(actor, id, reason),
                new Again(actor, model, response, null, new DocumentPage.Typed("", List.of(), reason)));
    }

    @PostMapping("/documents/{id}/replacement")
    @Allows(Action.WRITE_DOCUMENTS)
    String replacement(@PathVariable DocumentId id, Actor actor, Model model, HttpServletResponse response) {
        return begin(
                "replacement",
                id,
                () -> corrections.replacement(actor, id),
                new Again(actor, model, response, null, DocumentPage.Typed.NOTHING));
    }

    /** Read from the request as it is: Spring would cut a single value into several at its commas. */
    private static List<List<String>> rows(MultiValueMap<String, String> form, String... names) {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < form.getOrDefault(names[0], List.of()).size(); i++) {
            var row = new ArrayList<String>();
            for (String name : names) {
                var values = form.getOrDefault(name, List.of());
                row.add(i < values.size() ? values.get(i) : "");
            }
            rows.add(row);
        }
        return rows;
    }

    /** What is needed to show the page again with what was typed. */
    private record Again(
            Actor actor,
            Model model,
            HttpServletResponse response,
            @Nullable String day,
            DocumentPage.Typed typed) {}

    private interface Beginning {
        DocumentId begin();
    }

    private String begin(String form, DocumentId id, Beginning beginning, Again again) {
        try {
            return "redirect:/documents/" + beginning.begin();
        } catch (Refused refused) {
            return again(id, form, refused, again);
        }
    }

    private String attempt(DocumentId id, String form, Runnable act, Again again) {
        try {
            act.run();
            return "redirect:/documents/" + id + "?done=" + form;
        } catch (Refused refused) {
            return again(id, form, refused, again);
        }
    }

    private String again(DocumentId id, String form, Refused refused, Again again) {
        if (refused instanceof NotAllowed) throw refused;
        var problem = new DocumentPage.Problem(form, refused.messageKey(), refused.arguments());
        again.model.addAttribute("page", pages.of(again.actor, id, again.day, problem, again.typed, null));
        again.response.setStatus(HttpServletResponse.SC_CONFLICT);
        return "document/register/document";
    }

    private static PersonId person(String signer) {
        int colon = signer.indexOf(':');
        if (colon < 0) throw new Refused("document.signing.noSigner");
        return PersonId.of(signer.substring(0, colon));
    }

    private static SigningCapacity capacity(String signer) {
        String name = signer.substring(signer.indexOf(':') + 1);
        for (var capacity : SigningCapacity.values()) if (capacity.name().equals(name)) return capacity;
        throw new Refused("document.signing.noSigner");
    }
}
