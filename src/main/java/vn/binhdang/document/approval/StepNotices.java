package vn.binhdang.document.approval;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.access.RoleHolders;
import vn.binhdang.document.DocumentState;
import vn.binhdang.document.OutgoingDocument;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.messaging.Delivery;
import vn.binhdang.messaging.NoticeArgument.Code;
import vn.binhdang.messaging.NoticeArgument.Word;
import vn.binhdang.messaging.NoticeKind;
import vn.binhdang.messaging.Notices;

/** Tells those for whom a step of a document means work; never the one who took it. */
@Component
class StepNotices {
    static final NoticeKind SUBMITTED = new NoticeKind("document.notice.submitted", 10, Delivery.AT_ONCE, true);
    static final NoticeKind SENT_BACK = new NoticeKind("document.notice.sentBack", 11, Delivery.AT_ONCE, true);
    static final NoticeKind APPROVED = new NoticeKind("document.notice.approved", 12, Delivery.AT_ONCE, false);
    static final NoticeKind ISSUED = new NoticeKind("document.notice.issued", 13, Delivery.APP, false);

    private final Notices notices;
    private final RoleHolders holders;
    private final JdbcClient jdbc;

    StepNotices(Notices notices, RoleHolders holders, JdbcClient jdbc) {
        this.notices = notices;
        this.holders = holders;
        this.jdbc = jdbc;
    }

    @Bean
    static NoticeKind submittedNotice() {
        return SUBMITTED;
    }

    @Bean
    static NoticeKind sentBackNotice() {
        return SENT_BACK;
    }

    @Bean
    static NoticeKind approvedNotice() {
        return APPROVED;
    }

    @Bean
    static NoticeKind issuedNotice() {
        return ISSUED;
    }

    /** @param step its number in the way of the document */
    void tell(Actor actor, OutgoingDocument document, Act act, int step) {
        switch (act) {
            case SUBMIT -> send(actor, SUBMITTED, document, step, holders.in(actor.agency(), Action.APPROVE_DOCUMENTS));
            case SEND_BACK -> send(actor, SENT_BACK, document, step, submitters(document));
            case APPROVE -> {
                var waiting = new HashSet<>(submitters(document));
                waiting.addAll(holders.in(actor.agency(), Action.ISSUE_DOCUMENTS));
                send(actor, APPROVED, document, step, waiting);
            }
            case ISSUE -> send(actor, ISSUED, document, step, submitters(document));
            case WITHDRAW, SUPERSEDE, RECALL -> {}
        }
    }

    /** Who submitted it last: their work came back, or came through. */
    private Set<AccountId> submitters(OutgoingDocument document) {
        return Set.copyOf(jdbc
                .sql("""
                    select account_id from document_step
                    where  document_id = :id and to_state = :submitted order by no desc limit 1
                    """)
                .param("id", document.id().value())
                .param("submitted", DocumentState.SUBMITTED.name())
                .query(UUID.class)
                .list()
                .stream()
                .map(AccountId::new)
                .toList());
    }

    private void send(Actor actor, NoticeKind kind, OutgoingDocument document, int step, Set<AccountId> to) {
        var others = new HashSet<>(to);
        others.remove(actor.account());
        notices.send(
                kind,
                others,
                "/documents/" + document.id(),
                "document/%s/%d".formatted(document.id(), step),
                new Word("document.kind." + document.kind().name().toLowerCase(java.util.Locale.ROOT)),
                new Code(String.valueOf(document.year())));
    }
}
