package vn.binhdang.document.drafting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.Signature;
import vn.binhdang.document.drafting.Outcome.Conflict;
import vn.binhdang.document.drafting.Outcome.Saved;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Agencies;
import vn.binhdang.organisation.AgencyOnDay;
import vn.binhdang.organisation.OfficeHeld;
import vn.binhdang.organisation.People;
import vn.binhdang.organisation.Rank;

/** Who will sign and in which capacity (Decree 30/2020 article 13). Whether they may is checked when they do. */
@Component
class SignatureEditing {
    /** Capacity by the office the signer holds: the head himself, KT for a deputy, TL for the head of a unit. */
    static final String BY_OFFICE = "BY_OFFICE";

    /** The head signs; nothing stands before the title. */
    static final String NONE = "NONE";

    static final List<String> CAPACITIES = List.of("KT", "TL", "TUQ", "TM", "Q");

    private final Drafts drafts;
    private final HeadRows rows;
    private final People people;
    private final Agencies agencies;
    private final JdbcClient jdbc;
    private final Clock clock;

    SignatureEditing(Drafts drafts, HeadRows rows, People people, Agencies agencies, JdbcClient jdbc, Clock clock) {
        this.drafts = drafts;
        this.rows = rows;
        this.people = people;
        this.agencies = agencies;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Leaders of the agency first, then the heads and deputies of its units. */
    static List<OfficeHeld> signers(AgencyOnDay agency) {
        return Stream.concat(agency.offices().stream(), agency.officesBelow().stream())
                .filter(office -> office.rank() != Rank.MEMBER)
                .toList();
    }

    /** @param person empty to keep the printed name and title, as those of an imported plan */
    @Transactional
    Outcome<String> set(Actor actor, DocumentId id, String capacity, String person, String version) {
        drafts.open(actor, id);
        var head = rows.of(id);
        var stored = head.signature();
        OfficeHeld signer = person.isEmpty() ? null : signer(actor, PersonId.of(person));
        var mine = signature(actor, head, stored, capacity, signer);
        if (mine.equals(stored)) return new Saved<>(head.signatureMark());
        if (!version.equals(head.signatureMark()))
            return new Conflict<>(
                    List.of(Difference.of("signature", "document.drafting.signature", printed(mine), printed(stored))),
                    head.signatureMark());
        head.setSignature(mine);
        rows.store(id, head);
        storeSigner(id, signer, mine.capacity());
        drafts.changed(actor, id, "document.signature.edit", Map.of("capacity", String.valueOf(mine.capacity())));
        return new Saved<>(head.signatureMark());
    }

    /** One printed part, as a mend asks for it. @param part "title" or "name" */
    @Transactional
    Outcome<String> setPart(Actor actor, DocumentId id, String part, String typed, String version) {
        drafts.open(actor, id);
        var head = rows.of(id);
        var stored = head.signature();
        if (stored == null || !version.equals(head.signatureMark())) throw new Refused("document.drafting.entry.gone");
        String words = Typed.line(typed);
        head.setSignature(
                part.equals("title")
                        ? new Signature(stored.capacity(), stored.onBehalfOf(), words, stored.name())
                        : new Signature(stored.capacity(), stored.onBehalfOf(), stored.title(), words));
        rows.store(id, head);
        drafts.changed(actor, id, "document.signature.edit", Map.of("part", part));
        return new Saved<>(head.signatureMark());
    }

    /** The lines above the signature and the name below it, as they will stand. */
    static String printed(@Nullable Signature signature) {
        if (signature == null) return "";
        var lines = new ArrayList<String>();
        String first = signature.onBehalfOf();
        if (signature.capacity() != null) lines.add(signature.capacity() + "." + (first == null ? "" : " " + first));
        else if (first != null) lines.add(first);
        if (signature.title() != null) lines.add(signature.title());
        if (signature.name() != null) lines.add(signature.name());
        return String.join("\n", lines);
    }

    private Signature signature(
            Actor actor, DraftHead head, @Nullable Signature stored, String chosen, @Nullable OfficeHeld signer) {
        boolean ownLeader = signer == null || signer.unit().equals(actor.agency());
        String capacity = capacity(chosen, signer, ownLeader);
        String title = signer == null ? (stored == null ? null : stored.title()) : upper(signer.title());
        String name = signer == null ? (stored == null ? null : stored.name()) : signer.personName();
        if (capacity == null) return new Signature(null, null, title, name);
        String headTitle = headTitle(actor.agency());
        return switch (capacity) {
            case "TM" -> new Signature(capacity, collective(head), title, name);
            // An acting head has one line, "Q. GIÁM ĐỐC".
            case "Q" -> new Signature(capacity, headTitle, null, name);
            default -> new Signature(capacity, headTitle, title, name);
        };
    }

    private static @Nullable String capacity(String chosen, @Nullable OfficeHeld signer, boolean ownLeader) {
        if (chosen.equals(NONE)) return null;
        if (CAPACITIES.contains(chosen)) return chosen;
        if (signer == null) return null;
        if (!ownLeader) return "TL";
        return switch (signer.rank()) {
            case HEAD, MEMBER -> null;
            case ACTING_HEAD -> "Q";
            case DEPUTY_HEAD -> "KT";
        };
    }

    private @Nullable String headTitle(UnitId agency) {
        return people.officesOf(agency, LocalDate.now(clock)).stream()
                .filter(office -> office.rank() == Rank.HEAD)
                .findFirst()
                .map(office -> upper(office.title()))
                .orElse(null);
    }

    private static @Nullable String collective(DraftHead head) {
        String agency = head.text(HeadField.ISSUING_AGENCY);
        return agency.isEmpty() ? null : upper(agency);
    }

    private OfficeHeld signer(Actor actor, PersonId person) {
        return signers(agencies.on(actor.agency(), LocalDate.now(clock))).stream()
                .filter(office -> office.person().equals(person))
                .findFirst()
                .orElseThrow(() -> new Refused("document.drafting.signature.noOffice"));
    }

    private void storeSigner(DocumentId id, @Nullable OfficeHeld signer, @Nullable String capacity) {
        jdbc.sql("update outgoing_document set signer_id = coalesce(:signer, signer_id), signing_capacity = :capacity"
                        + " where id = :id")
                .param("signer", signer == null ? null : signer.person().value(), java.sql.Types.OTHER)
                .param("capacity", capacity)
                .param("id", id.value())
                .update();
    }

    private static String upper(String title) {
        return Objects.requireNonNull(title).toUpperCase(Locale.of("vi"));
    }
}
