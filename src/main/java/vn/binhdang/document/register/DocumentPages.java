package vn.binhdang.document.register;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.document.DocumentState;
import vn.binhdang.document.Finding;
import vn.binhdang.document.OutgoingDocument;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.document.approval.Act;
import vn.binhdang.document.approval.Approvals;
import vn.binhdang.document.approval.Companions;
import vn.binhdang.document.approval.Obstacles;
import vn.binhdang.document.approval.PrintableDraft;
import vn.binhdang.document.approval.Printables;
import vn.binhdang.document.approval.Signer;
import vn.binhdang.document.approval.SigningPower;
import vn.binhdang.document.approval.Step;
import vn.binhdang.document.issuing.Corrections;
import vn.binhdang.document.issuing.Issuing;
import vn.binhdang.document.writing.DocumentWriter;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.PrintedUnits;
import vn.binhdang.organisation.Units;

/** Puts the page of one document together. */
@Component
class DocumentPages {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm");

    private final OutgoingDocuments documents;
    private final Printables printables;
    private final Obstacles obstacles;
    private final Approvals approvals;
    private final Issuing issuing;
    private final Companions companions;
    private final Units units;
    private final PrintedUnits printed;
    private final Clock clock;
    private final DocumentWriter writer = new DocumentWriter();

    DocumentPages(
            OutgoingDocuments documents,
            Printables printables,
            Obstacles obstacles,
            Approvals approvals,
            Issuing issuing,
            Companions companions,
            Units units,
            PrintedUnits printed,
            Clock clock) {
        this.documents = documents;
        this.printables = printables;
        this.obstacles = obstacles;
        this.approvals = approvals;
        this.issuing = issuing;
        this.companions = companions;
        this.units = units;
        this.printed = printed;
        this.clock = clock;
    }

    /** @param day of issue as typed; null for today */
    DocumentPage of(
            Actor actor,
            DocumentId id,
            @Nullable String day,
            DocumentPage.@Nullable Problem problem,
            DocumentPage.Typed typed,
            @Nullable String done) {
        var among = documents.among(actor, id);
        var written = among.written();
        var document = written.document();
        var draft = document.state().issued() ? null : printables.draft(actor, written);
        var printable = draft == null ? Printables.issued(written) : draft.printable();
        var content = printable.content();
        var signers = draft != null && Act.APPROVE.isOpenTo(actor, document.state())
                ? approvals.choices(actor, draft)
                : List.<Signer>of();
        var actions = actions(actor, document, !signers.isEmpty());
        var companion = companions.of(document.kind());
        boolean writable = document.state().editable() && actor.may(Action.WRITE_DOCUMENTS);
        var around = among.around();
        return new DocumentPage(
                id.toString(),
                document.state(),
                title(content),
                facts(document, content, draftingUnit(document, draft)),
                lines(among.steps()),
                named(actor, document, content),
                writer.html(content),
                printable.mark(),
                draft != null && actions.submit() ? obstacles.of(draft) : List.<Finding>of(),
                actions,
                signers.stream().map(signer -> choice(signer, content)).toList(),
                actions.issue() ? issueForm(actor, document, content, day) : null,
                writable ? companion.map(c -> c.editor(id)).orElse("/documents/" + id + "/edit") : null,
                companion
                        .filter(c -> document.state().issued() || c.homeWhileDraft())
                        .map(c -> c.home(id))
                        .orElse(null),
                concerns(document, around),
                later(document, around),
                problem,
                typed,
                done);
    }

    private List<PrintedUnits.Line> named(Actor actor, OutgoingDocument document, AdministrativeDocument content) {
        var names = new ArrayList<>(content.addressees());
        names.addAll(content.recipients());
        var today = LocalDate.now(clock);
        return printed.lines(actor.agency(), dayOf(document, content, today), names, today);
    }

    /** Day of issue; before it the month that the draft prints, a plan of 2024 is read as of 2024; else today. */
    private static LocalDate dayOf(OutgoingDocument document, AdministrativeDocument content, LocalDate today) {
        if (document.issuedOn() != null) return document.issuedOn();
        var date = content.date();
        Integer year = date == null ? null : date.year();
        Integer month = date == null ? null : date.month();
        if (date == null || year == null || month == null) return today;
        return date.complete().orElse(LocalDate.of(year, month, 1));
    }

    private static DocumentPage.Actions actions(Actor actor, OutgoingDocument document, boolean canSign) {
        var state = document.state();
        return new DocumentPage.Actions(
                Act.SUBMIT.isOpenTo(actor, state),
                Act.WITHDRAW.isOpenTo(actor, state),
                Act.SEND_BACK.isOpenTo(actor, state),
                Act.APPROVE.isOpenTo(actor, state) && canSign,
                Act.ISSUE.isOpenTo(actor, state),
                state == DocumentState.ISSUED && actor.may(Action.WRITE_DOCUMENTS),
                Corrections.replaceable(document.kind()),
                Corrections.recallable(document.kind()));
    }

    /** As it was called on the day of issue, a draft's as it is called today. */
    private String draftingUnit(OutgoingDocument document, @Nullable PrintableDraft draft) {
        var unit = document.draftingUnit();
        var day = document.issuedOn() == null ? LocalDate.now(clock) : document.issuedOn();
        return Optional.ofNullable(draft)
                .flatMap(one -> one.agency().unit(unit))
                .orElseGet(() -> units.nearest(unit, day))
                .name();
    }

    private static DocumentPage.Facts facts(
            OutgoingDocument document, AdministrativeDocument content, String draftingUnit) {
        var signature = content.signature();
        return new DocumentPage.Facts(
                "document.kind." + DocumentState.word(document.kind()),
                document.numberAndSymbol(),
                document.issuedOn() == null ? "" : DAY.format(document.issuedOn()),
                document.approvedOn() == null ? "" : DAY.format(document.approvedOn()),
                signature == null ? "" : SigningPower.printed(signature),
                draftingUnit);
    }

    private static String title(AdministrativeDocument content) {
        return (text(content.documentType()) + " " + text(content.subjectLine())).strip();
    }

    private static List<DocumentPage.StepLine> lines(String steps) {
        return Step.read(steps).stream()
                .map(step -> new DocumentPage.StepLine(
                        step.to(),
                        step.by(),
                        step.behalf() == null
                                ? null
                                : "access.capacity.for." + step.capacity().word(),
                        Objects.requireNonNullElse(step.behalf(), ""),
                        MOMENT.format(step.at().atZoneSameInstant(ZONE)),
                        step.reason()))
                .toList();
    }

    private static DocumentPage.SignerChoice choice(Signer signer, AdministrativeDocument content) {
        var drafted = content.signature();
        return new DocumentPage.SignerChoice(
                signer.person() + ":" + signer.capacity(),
                SigningPower.nameFirst(signer.signature()),
                drafted != null && SigningPower.sameBlock(drafted, signer.signature()));
    }

    private DocumentPage.IssueForm issueForm(
            Actor actor, OutgoingDocument document, AdministrativeDocument content, @Nullable String typed) {
        var today = LocalDate.now(clock);
        var day = typed == null ? TypedDay.print(today) : typed;
        var offer = issuing.offer(actor, document, content, TypedDay.read(day).orElse(today));
        return new DocumentPage.IssueForm(
                "%02d/%s".formatted(offer.number(), offer.symbol()),
                day,
                TypedDay.print(Objects.requireNonNullElse(document.approvedOn(), today)),
                TypedDay.print(today),
                offer.warnings());
    }

    private static DocumentPage.@Nullable Related concerns(OutgoingDocument document, List<OutgoingDocument> around) {
        return around.stream()
                .filter(older -> older.id().equals(document.concernsId()))
                .map(older -> new DocumentPage.Related(
                        "/documents/" + older.id(),
                        "document.page.concerns." + relation(document, older),
                        older.numberAndSymbol() + " " + older.subject(),
                        older.state()))
                .findFirst()
                .orElse(null);
    }

    /** Those the visitor may see: a draft of a correction is not staff's to know. */
    private static List<DocumentPage.Related> later(OutgoingDocument document, List<OutgoingDocument> around) {
        return around.stream()
                .filter(newer -> document.id().equals(newer.concernsId()))
                .map(newer -> new DocumentPage.Related(
                        "/documents/" + newer.id(),
                        "document.page.later." + relation(newer, document),
                        (newer.numberAndSymbol() + " " + newer.subject()).strip(),
                        newer.state()))
                .toList();
    }

    private static String relation(OutgoingDocument newer, OutgoingDocument older) {
        if (newer.kind() == DocumentKind.ERRATUM) return "erratum";
        if (newer.kind() == DocumentKind.AMENDMENT) return "amendment";
        return newer.kind() == DocumentKind.RECALL && older.kind() != DocumentKind.RECALL ? "recall" : "replacement";
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
