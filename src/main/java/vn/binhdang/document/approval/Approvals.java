package vn.binhdang.document.approval;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.document.Signature;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Refused;

/** Submitting, sending back and approving. Each act is sent with the mark of the text that the person read. */
@Component
public class Approvals {
    private final Steps steps;
    private final OutgoingDocuments documents;
    private final Printables printables;
    private final Obstacles obstacles;
    private final SigningPowers powers;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    Approvals(
            Steps steps,
            OutgoingDocuments documents,
            Printables printables,
            Obstacles obstacles,
            SigningPowers powers,
            JdbcClient jdbc,
            Clock clock) {
        this.steps = steps;
        this.documents = documents;
        this.printables = printables;
        this.obstacles = obstacles;
        this.powers = powers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param warningsSeen the clerk ticked that the warnings were looked at */
    @Transactional
    public void submit(Actor actor, DocumentId id, String readMark, boolean warningsSeen) {
        var document = steps.lock(actor, id);
        steps.check(actor, document, Act.SUBMIT);
        var found = obstacles.of(unchanged(actor, id, readMark));
        if (Obstacles.blocking(found)) throw new Refused("document.approval.obstacles");
        if (Obstacles.toConfirm(found) && !warningsSeen) throw new Refused("document.approval.warningsNotSeen");
        steps.take(actor, document, Act.SUBMIT, null);
    }

    @Transactional
    public void withdraw(Actor actor, DocumentId id) {
        var document = steps.lock(actor, id);
        steps.check(actor, document, Act.WITHDRAW);
        steps.take(actor, document, Act.WITHDRAW, null);
    }

    /** @param reason what has to be mended; the drafter reads it on the document */
    @Transactional
    public void sendBack(Actor actor, DocumentId id, String reason) {
        var document = steps.lock(actor, id);
        steps.check(actor, document, Act.SEND_BACK);
        if (reason.isBlank()) throw new Refused("document.approval.noReason");
        steps.take(actor, document, Act.SEND_BACK, reason.strip());
    }

    /**
     * Approves the text that was read, and says who signs it. The signature block of the text becomes that of the office
     * held today.
     */
    @Transactional
    public void approve(Actor actor, DocumentId id, String readMark, PersonId signer, SigningCapacity capacity) {
        var document = steps.lock(actor, id);
        steps.check(actor, document, Act.APPROVE);
        var read = unchanged(actor, id, readMark);
        var today = steps.today();
        var power = powers.of(read.agency());
        if (power.of(actor.person()).isEmpty()) throw new Refused("document.signing.noOffice");
        var signing = power.require(signer, capacity);
        if (!power.mayApproveFor(actor.person(), signer)) throw new Refused("document.signing.notYours");
        var approved = Printable.of(Printables.signed(read.printable().content(), signing.signature()));
        jdbc.sql("""
            update outgoing_document
            set    state = 'APPROVED', version = version + 1, changed_at = :now, approved_on = :today,
                   approved_content = :mark, signer_id = :signer, signing_capacity = :capacity,
                   head = jsonb_set(head, '{signature}', cast(:signature as jsonb))
            where  id = :id
            """)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("today", today)
                .param("mark", approved.mark())
                .param("signer", signer.value())
                .param("capacity", capacity.name())
                .param("signature", json.writeValueAsString(signing.signature()))
                .param("id", id.value())
                .update();
        steps.written(
                actor,
                document,
                Act.APPROVE,
                null,
                Map.of("content", approved.mark(), "signer", signer.toString(), "capacity", capacity.name()));
    }

    /**
     * Whom an approver may let sign: the one whom the draft names, when that is possible today, then themselves.
     *
     * @return empty when the approver holds no office that can sign today
     */
    public List<Signer> choices(Actor actor, PrintableDraft draft) {
        var power = powers.of(draft.agency());
        var own = power.of(actor.person());
        if (own.isEmpty()) return List.of();
        var choices = new ArrayList<Signer>();
        named(power, draft.printable().content().signature())
                .filter(signer -> power.mayApproveFor(actor.person(), signer.person()))
                .ifPresent(choices::add);
        own.stream().filter(signer -> !choices.contains(signer)).forEach(choices::add);
        return choices;
    }

    private static Optional<Signer> named(SigningPower power, @Nullable Signature signature) {
        try {
            return power.named(signature);
        } catch (Refused shownAsFinding) {
            return Optional.empty();
        }
    }

    private PrintableDraft unchanged(Actor actor, DocumentId id, String readMark) {
        var draft = printables.draft(actor, documents.written(actor, id));
        if (!draft.printable().mark().equals(readMark)) throw new Refused("document.approval.changedMeanwhile");
        return draft;
    }
}
