package vn.binhdang.execution.urging;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.access.RoleHolders;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.Today;
import vn.binhdang.document.DocumentId;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;

/** Does the act of urging. Callers have found what it is about for the actor before. */
@Component
class Urgings {
    private final JdbcClient jdbc;
    private final RoleHolders holders;
    private final UrgingRules rules;
    private final UrgingWords words;
    private final UrgingNotices notices;
    private final AuditTrail audit;
    private final Clock clock;

    Urgings(
            JdbcClient jdbc,
            RoleHolders holders,
            UrgingRules rules,
            UrgingWords words,
            UrgingNotices notices,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.holders = holders;
        this.rules = rules;
        this.words = words;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param words with fields that are filled in for each addressee
     * @param letter the letter being prepared; null for the other ways
     */
    record Order(
            Way way,
            String words,
            LocalDate answerBy,
            List<Part> parts,
            @Nullable DocumentId letter) {
        Order {
            parts = List.copyOf(parts);
        }
    }

    /**
     * @param sent the acts that were done
     * @param things how many tasks and reports they are about
     * @param already things left out because all whom they concern were urged for them today
     * @param nobody units in which nobody has an account
     */
    record Outcome(List<UrgingId> sent, int things, int already, Set<UnitId> nobody) {
        static final Outcome NOTHING = new Outcome(List.of(), 0, 0, Set.of());

        Outcome plus(Outcome other) {
            var all = new ArrayList<>(sent);
            all.addAll(other.sent);
            var units = new HashSet<>(nobody);
            units.addAll(other.nobody);
            return new Outcome(all, things + other.things, already + other.already, units);
        }
    }

    /** A thing for which a person is to be urged. */
    private record Wish(UUID account, UUID subject, UUID item, int part) {}

    private record Told(UUID accountId, UUID subjectId) {}

    /** @throws Refused on a day on which the agency is quiet */
    void refuseQuietDay(UnitId agency) {
        var today = today();
        var calendar = rules.calendar(agency);
        if (calendar.quiet(today)) throw new Refused("execution.urging.quiet", UrgingWords.day(calendar.next(today)));
    }

    /**
     * Urges by notice or e-mail. What all whom it concerns were urged for today is left out; an addressee for whom nothing is
     * left is not urged.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Outcome urge(Actor actor, Order order) {
        refuseQuietDay(actor.agency());
        var addressees = new Addressees(holders);
        var wishes = new ArrayList<Wish>();
        var nobody = new HashSet<UnitId>();
        for (int i = 0; i < order.parts().size(); i++) {
            var part = order.parts().get(i);
            var accounts = addressees.of(part);
            if (accounts.isEmpty()) nobody.add(part.unit());
            for (var thing : part.things()) {
                var item = Uuid7.create();
                for (var account : accounts) wishes.add(new Wish(account.value(), thing.id(), item, i));
            }
        }
        var told = tell(wishes);
        var sent = new ArrayList<UrgingId>();
        int things = 0;
        int wanted = 0;
        for (int i = 0; i < order.parts().size(); i++) {
            int at = i;
            var part = order.parts().get(i);
            if (!nobody.contains(part.unit())) wanted += part.things().size();
            var reached = told.stream().filter(wish -> wish.part() == at).toList();
            if (reached.isEmpty()) continue;
            var items = items(part, reached);
            sent.add(store(actor, order, part, items, reached));
            things += items.size();
        }
        return new Outcome(sent, things, wanted - things, nobody);
    }

    /** Whom the key of the table lets through; one statement in one order, so that two who send at once wait and do not lock. */
    private List<Wish> tell(List<Wish> wishes) {
        if (wishes.isEmpty()) return List.of();
        var sorted = wishes.stream()
                .sorted(Comparator.comparing((Wish wish) -> wish.account().toString())
                        .thenComparing(wish -> wish.subject().toString()))
                .toList();
        Set<Told> told = new HashSet<>(jdbc.sql("""
            insert into urging_told (account_id, subject_id, told_on, item_id)
            select w.account, w.subject, :today, w.item
            from   unnest(cast(:accounts as uuid[]), cast(:subjects as uuid[]), cast(:items as uuid[]))
                   with ordinality w (account, subject, item, n)
            order  by w.n
            on conflict (account_id, subject_id, told_on) do nothing
            returning account_id, subject_id
            """)
                .param("today", today())
                .param("accounts", sorted.stream().map(Wish::account).toArray(UUID[]::new))
                .param("subjects", sorted.stream().map(Wish::subject).toArray(UUID[]::new))
                .param("items", sorted.stream().map(Wish::item).toArray(UUID[]::new))
                .query(Told.class)
                .list());
        var through = new ArrayList<Wish>();
        // Two parts may want the same person for the same thing: the first one has them.
        for (var wish : sorted) if (told.remove(new Told(wish.account(), wish.subject()))) through.add(wish);
        return through;
    }

    private static Map<Part.Thing, UUID> items(Part part, List<Wish> reached) {
        var bySubject = new HashMap<UUID, UUID>();
        for (var wish : reached) bySubject.put(wish.subject(), wish.item());
        var items = new LinkedHashMap<Part.Thing, UUID>();
        for (var thing : part.things()) {
            var item = bySubject.get(thing.id());
            if (item != null) items.put(thing, item);
        }
        return items;
    }

    private UrgingId store(Actor actor, Order order, Part part, Map<Part.Thing, UUID> items, List<Wish> reached) {
        var id = UrgingId.create();
        insert(actor, id, order, part, items.size(), now());
        insertItems(id, part, items, false);
        var accounts =
                reached.stream().map(wish -> new AccountId(wish.account())).collect(Collectors.toSet());
        notices.tell(id, order.way(), accounts, items.size(), order.answerBy(), null);
        audit.record(
                actor,
                "execution.urging.urge",
                id.value(),
                Map.of(
                        "unit",
                        part.unit().toString(),
                        "recipient",
                        part.recipient().name(),
                        "way",
                        order.way().name(),
                        "things",
                        items.size(),
                        "told",
                        accounts.size()));
        return id;
    }

    /**
     * Notes that a letter is being prepared; it becomes an urging when the letter is issued.
     * @throws Refused when a letter to one of the units about one of the things is being prepared already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    List<UrgingId> prepare(Actor actor, Order order) {
        var prepared = new ArrayList<UrgingId>();
        for (var part : order.parts()) {
            var id = UrgingId.create();
            var items = new LinkedHashMap<Part.Thing, UUID>();
            for (var thing : part.things()) items.put(thing, Uuid7.create());
            insert(actor, id, order, part, items.size(), null);
            insertItems(id, part, items, true);
            audit.record(
                    actor,
                    "execution.urging.prepare",
                    id.value(),
                    Map.of(
                            "unit",
                            part.unit().toString(),
                            "things",
                            items.size(),
                            "letter",
                            String.valueOf(order.letter())));
            prepared.add(id);
        }
        return prepared;
    }

    private void insert(
            Actor actor, UrgingId id, Order order, Part part, int things, @Nullable OffsetDateTime urgedAt) {
        jdbc.sql("""
            insert into urging (id, agency_id, by_unit, by_account, automatic, unit_id, recipient, account_id, way, words,
                                letter_id, created_at, urged_at, answer_by, items)
            values (:id, :agency, :byUnit, :by, :automatic, :unit, :recipient, cast(:person as uuid), :way, :words,
                    cast(:letter as uuid), :now, cast(:urgedAt as timestamptz), :answerBy, :items)
            """)
                .param("id", id.value())
                .param("agency", actor.agency().value())
                .param("byUnit", actor.unit().value())
                .param("by", actor.account().value())
                .param("automatic", actor.isInstallation())
                .param("unit", part.unit().value())
                .param("recipient", part.recipient().name())
                .param("person", part.person() == null ? null : part.person().value())
                .param("way", order.way().name())
                .param("words", words.filled(order.words(), part, things, order.answerBy(), actor.agency()))
                .param("letter", order.letter() == null ? null : order.letter().value())
                .param("now", now())
                .param("urgedAt", urgedAt)
                .param("answerBy", order.answerBy())
                .param("items", things)
                .update();
    }

    private void insertItems(UrgingId id, Part part, Map<Part.Thing, UUID> items, boolean waiting) {
        var kinds = items.keySet().stream().map(thing -> thing.kind().name()).toArray(String[]::new);
        int stored = jdbc.sql("""
            insert into urging_item (id, urging_id, no, kind, subject_id, unit_id, waiting)
            select i.id, :urging, i.n, i.kind, i.subject, :unit, :waiting
            from   unnest(cast(:ids as uuid[]), cast(:kinds as text[]), cast(:subjects as uuid[]))
                   with ordinality i (id, kind, subject, n)
            on conflict (subject_id, unit_id) where waiting do nothing
            """)
                .param("urging", id.value())
                .param("unit", part.unit().value())
                .param("waiting", waiting)
                .param("ids", items.values().toArray(UUID[]::new))
                .param("kinds", kinds)
                .param("subjects", items.keySet().stream().map(Part.Thing::id).toArray(UUID[]::new))
                .update();
        if (stored < items.size()) throw new Refused("execution.urging.letterUnderWay");
    }

    private record Waiting(
            UUID id,
            UUID agencyId,
            UUID unitId,
            Recipient recipient,
            @Nullable UUID accountId,
            LocalDate answerBy) {}

    private record WaitingItem(UUID id, Part.Kind kind, UUID subjectId) {}

    /** A letter was issued: it has reached those it urges. Twice is harmless. */
    @Transactional
    public void letterIssued(DocumentId letter, String number) {
        var waiting = jdbc.sql("""
            select id, agency_id, unit_id, recipient, account_id, answer_by from urging
            where  letter_id = :letter and urged_at is null and dropped_at is null
            order  by id for update
            """)
                .param("letter", letter.value())
                .query(Waiting.class)
                .list();
        var addressees = new Addressees(holders);
        for (var urging : waiting) reached(urging, number, addressees);
    }

    private void reached(Waiting urging, String number, Addressees addressees) {
        var id = new UrgingId(urging.id());
        jdbc.sql("update urging set urged_at = :now where id = :id")
                .param("now", now())
                .param("id", urging.id())
                .update();
        var items = jdbc.sql(
                        "update urging_item set waiting = false where urging_id = :id returning id, kind, subject_id")
                .param("id", urging.id())
                .query(WaitingItem.class)
                .list();
        var agency = new UnitId(urging.agencyId());
        var part = new Part(
                agency,
                new UnitId(urging.unitId()),
                urging.recipient(),
                urging.accountId() == null ? null : new AccountId(urging.accountId()),
                List.of());
        var wishes = new ArrayList<Wish>();
        for (var account : addressees.of(part))
            for (var item : items) wishes.add(new Wish(account.value(), item.subjectId(), item.id(), 0));
        var told =
                tell(wishes).stream().map(wish -> new AccountId(wish.account())).collect(Collectors.toSet());
        notices.tell(id, Way.LETTER, told, items.size(), urging.answerBy(), number);
        audit.record(
                Actor.ofInstallation(agency),
                "execution.urging.reached",
                urging.id(),
                Map.of("letter", number, "things", items.size(), "told", told.size()));
    }

    /** A letter that is not to be sent after all; its draft stays with the documents. */
    @Transactional
    public void drop(Actor actor, UrgingId id) {
        int dropped = jdbc.sql("""
            update urging set dropped_at = :now
            where  id = :id and agency_id = :agency and urged_at is null and dropped_at is null
            """)
                .param("now", now())
                .param("id", id.value())
                .param("agency", actor.agency().value())
                .update();
        if (dropped == 0) throw new Refused("execution.urging.notWaiting");
        jdbc.sql("update urging_item set waiting = false where urging_id = :id")
                .param("id", id.value())
                .update();
        audit.record(actor, "execution.urging.drop", id.value());
    }

    LocalDate today() {
        return Today.of(clock).day();
    }

    OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
