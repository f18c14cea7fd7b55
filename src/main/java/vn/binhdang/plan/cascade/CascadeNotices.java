package vn.binhdang.plan.cascade;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import vn.binhdang.access.RoleHolders;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.messaging.Delivery;
import vn.binhdang.messaging.NoticeArgument.Count;
import vn.binhdang.messaging.NoticeKind;
import vn.binhdang.messaging.Notices;
import vn.binhdang.plan.cascade.CascadeRows.Cascade;
import vn.binhdang.plan.cascade.CascadeRows.Waiting;

/** Tells the office of each agency, and those who report for each division, that something came from above. */
@Component
class CascadeNotices {
    static final NoticeKind RECEIVED = new NoticeKind("plan.notice.received", 20, Delivery.AT_ONCE, true);

    private final Notices notices;
    private final RoleHolders holders;

    CascadeNotices(Notices notices, RoleHolders holders) {
        this.notices = notices;
        this.holders = holders;
    }

    @Bean
    static NoticeKind receivedFromAboveNotice() {
        return RECEIVED;
    }

    /** Each account once for a cascade, in the transaction in which their unit was given something. */
    void tell(Cascade cascade, List<Waiting> given) {
        Set<AccountId> to = new HashSet<>();
        holders.inEach(units(given, false), Action.WRITE_DOCUMENTS).values().forEach(to::addAll);
        to.addAll(holders.sittingIn(cascade.agency(), units(given, true), Action.REPORT_TASKS));
        to.remove(cascade.passedBy());
        notices.send(RECEIVED, to, "/received", "plan/cascade/" + cascade.id(), new Count(1));
    }

    private static List<UnitId> units(List<Waiting> given, boolean inside) {
        return given.stream()
                .filter(one -> one.inside() == inside)
                .map(Waiting::unit)
                .toList();
    }
}
