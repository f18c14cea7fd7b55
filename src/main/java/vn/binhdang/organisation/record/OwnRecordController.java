package vn.binhdang.organisation.record;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.web.Download;
import vn.binhdang.web.MenuEntry;
import vn.binhdang.web.Text;

/** Everybody's own record: seen, exported, and asked to be put right. */
@Controller
@Allows(Action.READ_OWN_RECORD)
class OwnRecordController {
    private static final int LONGEST = 2000;

    private final OwnRecord own;
    private final DataRequests requests;
    private final AuditTrail audit;

    OwnRecordController(OwnRecord own, DataRequests requests, AuditTrail audit) {
        this.own = own;
        this.requests = requests;
        this.audit = audit;
    }

    @Bean
    static MenuEntry ownRecordInMenu() {
        return new MenuEntry("organisation.record.title", "/account/record", 5, Action.READ_OWN_RECORD);
    }

    @GetMapping("/account/record")
    String record(Actor actor, Text t, Model model) {
        model.addAttribute("page", own.page(actor, t));
        return "organisation/record/record";
    }

    @PostMapping("/account/record/requests")
    String ask(
            @RequestParam(required = false) @Nullable String field,
            @RequestParam(required = false) @Nullable String words,
            Actor actor,
            Text t,
            Model model) {
        own.record(actor);
        String typed = words == null ? "" : words.strip();
        var about = java.util.Arrays.stream(DataRequest.Field.values())
                .filter(one -> one.name().equals(field))
                .findFirst();
        @Nullable
        String mistake = typed.isEmpty() || about.isEmpty()
                ? "organisation.record.sayWhat"
                : typed.length() > LONGEST ? "organisation.record.tooLong" : null;
        if (mistake != null || about.isEmpty()) {
            model.addAttribute("page", own.page(actor, t).asking(field, typed, mistake));
            return "organisation/record/record";
        }
        requests.ask(actor, about.get(), typed);
        return "redirect:/account/record#requests";
    }

    @PostMapping("/account/record/requests/{id}/withdraw")
    String withdraw(@PathVariable String id, Actor actor) {
        UUID request = Uuid7.parse(id);
        requests.withdraw(actor, request);
        return "redirect:/account/record#requests";
    }

    @GetMapping("/account/record.json")
    ResponseEntity<byte[]> json(Actor actor, Text t) {
        return export(actor, "json", "application/json", new RecordExport(own.page(actor, t), t).json());
    }

    @GetMapping("/account/record.xlsx")
    ResponseEntity<byte[]> workbook(Actor actor, Text t) {
        return export(
                actor,
                "xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                new RecordExport(own.page(actor, t), t).workbook());
    }

    @GetMapping("/people/why")
    String why(Text t, Model model) {
        model.addAttribute("page", new WhyPage(List.copyOf(PersonField.all())));
        return "organisation/record/why";
    }

    private ResponseEntity<byte[]> export(Actor actor, String kind, String type, byte[] content) {
        audit.export(actor, "organisation.record.export", actor.person().value(), Map.of("kind", kind));
        return Download.of("ho-so-cua-toi." + kind, MediaType.parseMediaType(type), content);
    }
}
