package vn.binhdang.document.drafting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.access.Accounts;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.drafting.EditorPage.HistoryLine;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Capacity;
import vn.binhdang.web.Text;

/** Who did what to a document and when, in words, newest first. Small changes that follow one another are one line. */
@Component
public class History {
    private static final Duration ONE_SITTING = Duration.ofHours(1);
    private static final int DEEDS = 200;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    /** @param key message key; with {@code arguments} it tells what was done */
    private record Event(
            Instant at,
            UUID account,
            String key,
            Object[] arguments,
            @Nullable String reason,
            Capacity capacity,
            @Nullable UUID behalf) {}

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Accounts accounts;
    private final Clock clock;

    History(JdbcClient jdbc, AuditTrail audit, Accounts accounts, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param older up to which moment the page of what came before reaches; null on the last */
    public record Lines(List<HistoryLine> lines, @Nullable Instant older) {}

    /**
     * A page of it: two hundred deeds, less where small ones stand in one line. The caller has found the document for the
     * actor before.
     * @param until the last moment, included
     */
    public Lines of(Actor actor, DocumentId id, Instant until, Text t) {
        var deeds = audit.historyOf(actor.agency(), id.value(), until, DEEDS + 1);
        Instant older = deeds.size() > DEEDS ? deeds.getLast().at() : null;
        Predicate<Instant> here = at -> !at.isAfter(until) && (older == null || at.isAfter(older));
        var events = new ArrayList<Event>();
        for (var step : steps(id, t)) if (here.test(step.at())) events.add(step);
        for (var deed : deeds) {
            if (!here.test(deed.at())) continue;
            String key = "document.history." + deed.action();
            if (t.has(key))
                events.add(
                        new Event(deed.at(), deed.account(), key, arguments(deed.fields()), null, Capacity.OWN, null));
        }
        events.sort(Comparator.comparing(Event::at));
        return new Lines(lines(events, t), older);
    }

    private List<Event> steps(DocumentId id, Text t) {
        return jdbc
                .sql("""
                    select no, to_state, reason, account_id, at, capacity, behalf_account_id from document_step
                    where  document_id = :id order by no
                    """)
                .param("id", id.value())
                .query((rs, i) -> new Event(
                        rs.getObject("at", OffsetDateTime.class).toInstant(),
                        rs.getObject("account_id", UUID.class),
                        "document.history.step." + rs.getString("to_state"),
                        new Object[0],
                        rs.getString("reason"),
                        Capacity.valueOf(rs.getString("capacity")),
                        rs.getObject("behalf_account_id", UUID.class)))
                .list()
                .stream()
                .filter(event -> t.has(event.key()))
                .toList();
    }

    private static Object[] arguments(Map<String, Object> fields) {
        return new Object[] {
            fields.getOrDefault("number", ""), fields.getOrDefault("position", ""), fields.getOrDefault("before", "")
        };
    }

    private List<HistoryLine> lines(List<Event> events, Text t) {
        Set<AccountId> doers = new HashSet<>();
        for (var event : events) {
            doers.add(new AccountId(event.account()));
            if (event.behalf() != null) doers.add(new AccountId(event.behalf()));
        }
        var names = accounts.namesOf(doers);
        var lines = new ArrayList<HistoryLine>();
        int times = 0;
        for (int i = 0; i < events.size(); i++) {
            var event = events.get(i);
            times++;
            if (i + 1 < events.size() && sameSitting(event, events.get(i + 1))) continue;
            lines.add(new HistoryLine(
                    WHEN.format(event.at().atZone(clock.getZone())),
                    who(event, names, t),
                    t.of(event.key(), event.arguments()),
                    times,
                    event.reason()));
            times = 0;
        }
        return List.copyOf(lines.reversed());
    }

    /** "Lương Thị Bích (thay Đặng Thị Minh Hà)". */
    private static String who(Event event, Map<AccountId, String> names, Text t) {
        String doer = names.getOrDefault(new AccountId(event.account()), "");
        if (event.behalf() == null) return doer;
        return doer + " "
                + t.of(
                        "access.capacity.for." + event.capacity().word(),
                        names.getOrDefault(new AccountId(event.behalf()), ""));
    }

    private static boolean sameSitting(Event one, Event next) {
        return one.account().equals(next.account())
                && one.key().equals(next.key())
                && one.key().endsWith(".edit")
                && Duration.between(one.at(), next.at()).compareTo(ONE_SITTING) < 0;
    }
}
