package vn.binhdang.access;

import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.messaging.Delivery;
import vn.binhdang.messaging.NoticeArgument.Day;
import vn.binhdang.messaging.NoticeKind;
import vn.binhdang.messaging.Notices;
import vn.binhdang.organisation.DataRequestAnswered;
import vn.binhdang.organisation.DataRequestAsked;

/**
 * Tells who must answer a request about personal data that it came, and who asked that it was answered. Neither says whom
 * or what it is about: that stands behind the link.
 */
@Component
class DataRequestNotices {
    private static final NoticeKind ASKED = new NoticeKind("access.notice.dataAsked", 50, Delivery.AT_ONCE, true);
    private static final NoticeKind ANSWERED =
            new NoticeKind("access.notice.dataAnswered", 51, Delivery.AT_ONCE, false);

    private final Notices notices;
    private final RoleHolders holders;
    private final JdbcClient jdbc;

    DataRequestNotices(Notices notices, RoleHolders holders, JdbcClient jdbc) {
        this.notices = notices;
        this.holders = holders;
        this.jdbc = jdbc;
    }

    @Bean
    static NoticeKind dataAskedNotice() {
        return ASKED;
    }

    @Bean
    static NoticeKind dataAnsweredNotice() {
        return ANSWERED;
    }

    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void asked(DataRequestAsked request) {
        notices.send(
                ASKED,
                holders.over(request.person(), Action.ANSWER_DATA_REQUESTS),
                "/people/requests/" + request.request(),
                "organisation/request/%s/asked".formatted(request.request()),
                new Day(request.dueOn()));
    }

    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void answered(DataRequestAnswered request) {
        var accounts = jdbc
                .sql("select id from account where person_id = :person and closed_at is null")
                .param("person", request.person().value())
                .query(UUID.class)
                .list()
                .stream()
                .map(AccountId::new)
                .collect(Collectors.toSet());
        notices.send(
                ANSWERED, accounts, "/account/record", "organisation/request/%s/answered".formatted(request.request()));
    }
}
