package vn.binhdang.execution.initiative;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import vn.binhdang.access.RoleHolders;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.messaging.Delivery;
import vn.binhdang.messaging.NoticeArgument.Word;
import vn.binhdang.messaging.NoticeKind;
import vn.binhdang.messaging.Notices;

/** Tells an author what was decided and a unit what it was offered; never a word of the idea. */
@Component
class InitiativeNotices {
    static final NoticeKind DECIDED = new NoticeKind("execution.notice.initiativeDecided", 40, Delivery.AT_ONCE, false);
    static final NoticeKind OFFERED = new NoticeKind("execution.notice.initiativeOffered", 41, Delivery.AT_ONCE, false);

    private final Notices notices;
    private final RoleHolders holders;

    InitiativeNotices(Notices notices, RoleHolders holders) {
        this.notices = notices;
        this.holders = holders;
    }

    @Bean
    static NoticeKind initiativeDecidedNotice() {
        return DECIDED;
    }

    @Bean
    static NoticeKind initiativeOfferedNotice() {
        return OFFERED;
    }

    void decided(Initiative one, boolean approved) {
        notices.send(
                DECIDED,
                Set.of(new AccountId(one.authorAccount())),
                "/initiatives/" + one.id(),
                "execution/initiative/%s/decided/%d".formatted(one.id(), one.version()),
                new Word(
                        approved
                                ? "execution.notice.initiativeDecided.approved"
                                : "execution.notice.initiativeDecided.refused"));
    }

    void offered(UnitId agency, UnitId unit, InitiativeId copy) {
        notices.send(
                OFFERED,
                holders.sittingIn(agency, List.of(unit), Action.ASSESS_INITIATIVES),
                "/initiatives/" + copy,
                "execution/initiative/%s/offered".formatted(copy));
    }
}
