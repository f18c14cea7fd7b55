package vn.binhdang.execution.start;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.web.Text;

/** What there is to read, and saying that it is read. */
@Controller
@Allows(Action.READ_DOCUMENTS)
class ReadController {
    private static final int PAGE = 50;
    private static final int LAST_PAGE = 100;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private final DocumentsToRead documents;
    private final Clock clock;

    ReadController(DocumentsToRead documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    @GetMapping("/work/read")
    String list(
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String done,
            Actor actor,
            Text t,
            Model model) {
        int at = Math.clamp(page, 1, LAST_PAGE);
        var found = documents.toRead(actor, Today.of(clock).day(), PAGE, (at - 1) * PAGE);
        model.addAttribute(
                "page",
                new ReadPage(
                        switch (done) {
                            case "read", "unread" -> t.of("execution.read.done." + done);
                            default -> "";
                        },
                        found.stream()
                                .limit(PAGE)
                                .map(one -> line(
                                        one.id(),
                                        one.kind(),
                                        one.subject(),
                                        t.of("execution.read.issuedOn", TypedDay.print(one.issuedOn())),
                                        t))
                                .toList(),
                        at == 1 ? "" : "/work/read",
                        found.size() > PAGE ? "/work/read?page=" + (at + 1) : "",
                        documents.read(actor).stream()
                                .map(one -> line(
                                        one.id(),
                                        one.kind(),
                                        one.subject(),
                                        t.of("execution.read.readAt", minute(one.readAt())),
                                        t))
                                .toList()));
        return "execution/start/read";
    }

    private static String minute(OffsetDateTime at) {
        return MINUTE.format(at.atZoneSameInstant(Today.ZONE));
    }

    private static ReadPage.Line line(UUID id, DocumentKind kind, String subject, String when, Text t) {
        return new ReadPage.Line(
                id.toString(), "/documents/" + id, subject, t.of("execution.start.kind." + kind.name()) + " · " + when);
    }

    @PostMapping("/work/read")
    String read(
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "list") String back,
            Actor actor) {
        documents.markRead(actor, Uuid7.parse(document));
        return back.equals("start") ? "redirect:/?read=1" : "redirect:/work/read?done=read";
    }

    @PostMapping("/work/read/undo")
    String undo(@RequestParam(defaultValue = "") String document, Actor actor) {
        documents.markUnread(actor, Uuid7.parse(document));
        return "redirect:/work/read?done=unread";
    }
}
