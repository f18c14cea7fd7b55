package vn.binhdang.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.web.MenuEntry;
import vn.binhdang.web.Text;

/** The record for auditors: search, history of a record, export. Looking at it is itself recorded. */
@Controller
@Allows(Action.READ_AUDIT)
class AuditController {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final RecordSearch search;
    private final RecordHistory history;
    private final RecordWords words;
    private final RecordNames names;
    private final Checkpoints checkpoints;
    private final AuditExport export;
    private final AuditTrail audit;
    private final Protection protection;
    private final Clock clock;

    AuditController(
            RecordSearch search,
            RecordHistory history,
            RecordWords words,
            RecordNames names,
            Checkpoints checkpoints,
            AuditExport export,
            AuditTrail audit,
            Protection protection,
            Clock clock) {
        this.search = search;
        this.history = history;
        this.words = words;
        this.names = names;
        this.checkpoints = checkpoints;
        this.export = export;
        this.audit = audit;
        this.protection = protection;
        this.clock = clock;
    }

    @Bean
    static MenuEntry auditInMenu() {
        return new MenuEntry("audit.title", "/audit", 60, Action.READ_AUDIT);
    }

    @GetMapping("/audit")
    String record(
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable Long before,
            Actor actor,
            Text t,
            Model model) {
        var filter = RecordFilter.of(typed);
        var found = search.find(actor, filter, before);
        boolean more = found.size() > RecordSearch.PAGE;
        var rows = more ? found.subList(0, RecordSearch.PAGE) : found;
        // After the search, or the first row of every page would be the look at it.
        audit.read(actor, "audit.search", null, filter.named());
        model.addAttribute(
                "page",
                new AuditPage(
                        filter,
                        shown(typed, "from"),
                        shown(typed, "to"),
                        names.unitsOf(actor.agency(), LocalDate.now(clock)),
                        actions(actor, filter, t),
                        words.of(rows, t),
                        more ? filter.addressBefore(rows.getLast().no()) : null,
                        before == null,
                        protection.weak(),
                        checkpoints.last().map(this::when).orElse(null)));
        return "audit/record";
    }

    private static String shown(Map<String, String> typed, String name) {
        String day = typed.getOrDefault(name, "");
        return TypedDay.read(day).map(TypedDay::print).orElse(day);
    }

    @GetMapping("/audit/records/{id}")
    String history(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String before,
            Actor actor,
            Text t,
            Model model) {
        var record = recordId(id);
        boolean mine = !search.find(actor, RecordFilter.ofRecord(record), null).isEmpty();
        if (!mine) throw new NotVisible("record " + id);
        var lines = history.whole(actor.agency(), record, before, t);
        audit.read(actor, "audit.history", record, Map.of());
        model.addAttribute("page", new HistoryPage(record, lines));
        return "audit/record-history";
    }

    @GetMapping("/audit/export")
    String exportForm(Model model) {
        var today = LocalDate.now(clock);
        model.addAttribute(
                "page", new ExportPage(TypedDay.print(today.withDayOfMonth(1)), TypedDay.print(today), false, null));
        return "audit/export";
    }

    @PostMapping("/audit/export")
    @Nullable
    String export(
            @RequestParam Map<String, String> typed, Actor actor, Text t, Model model, HttpServletResponse response)
            throws IOException {
        var asked = RecordFilter.of(typed);
        if (asked.from() == null || asked.to() == null || asked.to().isBefore(asked.from()))
            return again(typed, "audit.export.needs.days", model, response);
        var part = export.prepare(actor, asked.installation(), asked.from(), asked.to());
        if (part.isEmpty()) return again(typed, "audit.export.needs.rows", model, response);
        response.setContentType("application/zip");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"%s\"".formatted(part.get().fileName()));
        export.write(part.get(), t, response.getOutputStream());
        return null;
    }

    private static String again(Map<String, String> typed, String problem, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute(
                "page",
                new ExportPage(
                        typed.getOrDefault("from", ""),
                        typed.getOrDefault("to", ""),
                        "installation".equals(typed.get("chain")),
                        problem));
        return "audit/export";
    }

    private Map<String, String> actions(Actor actor, RecordFilter filter, Text t) {
        var worded = new TreeMap<String, String>();
        for (String action : search.actions(actor, filter.installation()))
            worded.put(RecordWords.action(action, t) + "\n" + action, action);
        var inOrder = new LinkedHashMap<String, String>();
        worded.forEach((key, action) -> inOrder.put(action, key.substring(0, key.indexOf('\n'))));
        return inOrder;
    }

    private String when(Checkpoint checkpoint) {
        return WHEN.format(checkpoint.at().atZone(clock.getZone()));
    }

    private static UUID recordId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotVisible("record");
        }
    }
}
