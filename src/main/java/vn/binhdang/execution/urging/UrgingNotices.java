package vn.binhdang.execution.urging;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.messaging.Delivery;
import vn.binhdang.messaging.NoticeArgument.Code;
import vn.binhdang.messaging.NoticeArgument.Count;
import vn.binhdang.messaging.NoticeArgument.Day;
import vn.binhdang.messaging.NoticeKind;
import vn.binhdang.messaging.Notices;

/** How an urging travels: it says how many things and until when, never who, and never what they are about. */
@Component
class UrgingNotices {
    static final NoticeKind URGED = new NoticeKind("execution.notice.urged", 21, Delivery.APP, true);
    static final NoticeKind URGED_BY_MAIL = new NoticeKind("execution.notice.urgedByMail", 22, Delivery.AT_ONCE, true);
    static final NoticeKind URGED_BY_LETTER = new NoticeKind("execution.notice.urgedByLetter", 23, Delivery.APP, true);

    private final Notices notices;

    UrgingNotices(Notices notices) {
        this.notices = notices;
    }

    @Bean
    static NoticeKind urgedNotice() {
        return URGED;
    }

    @Bean
    static NoticeKind urgedByMailNotice() {
        return URGED_BY_MAIL;
    }

    @Bean
    static NoticeKind urgedByLetterNotice() {
        return URGED_BY_LETTER;
    }

    /** @param letter number and symbol; null for the other ways */
    void tell(UrgingId id, Way way, Collection<AccountId> to, int things, LocalDate answerBy, @Nullable String letter) {
        String link = "/urging/" + id;
        String occasion = "urging/" + id;
        if (letter != null)
            notices.send(URGED_BY_LETTER, to, link, occasion, new Code(letter), new Count(things), new Day(answerBy));
        else
            notices.send(
                    way == Way.MAIL ? URGED_BY_MAIL : URGED, to, link, occasion, new Count(things), new Day(answerBy));
    }
}
