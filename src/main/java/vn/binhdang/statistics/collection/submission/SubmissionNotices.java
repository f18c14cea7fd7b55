package vn.binhdang.statistics.collection.submission;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.messaging.Delivery;
import vn.binhdang.messaging.NoticeArgument.Code;
import vn.binhdang.messaging.NoticeKind;
import vn.binhdang.messaging.Notices;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.Submission;

/** What those concerned are told about a submission: that something waits for them, for which period; no figure, no name. */
@Component
class SubmissionNotices {
    static final NoticeKind SUBMITTED = new NoticeKind("statistics.notice.submitted", 60, Delivery.APP, false);
    static final NoticeKind RETURNED = new NoticeKind("statistics.notice.returned", 61, Delivery.APP, true);
    static final NoticeKind ACCEPTED = new NoticeKind("statistics.notice.accepted", 62, Delivery.APP, false);

    private final Notices notices;

    SubmissionNotices(Notices notices) {
        this.notices = notices;
    }

    @Bean
    static NoticeKind figuresSubmittedNotice() {
        return SUBMITTED;
    }

    @Bean
    static NoticeKind figuresReturnedNotice() {
        return RETURNED;
    }

    @Bean
    static NoticeKind figuresAcceptedNotice() {
        return ACCEPTED;
    }

    void submitted(Submission submission, UUID step, Collection<AccountId> to) {
        tell(SUBMITTED, submission, "/review", step, to);
    }

    void returned(Submission submission, UUID step, Collection<AccountId> to) {
        tell(RETURNED, submission, "", step, to);
    }

    /** @param told the step that accepted it, and whom that concerns */
    record Accepted(Submission submission, UUID step, Collection<AccountId> told) {}

    void accepted(Collection<Accepted> all) {
        var byPeriod = all.stream()
                .collect(Collectors.groupingBy(one -> one.submission().period()));
        byPeriod.forEach((period, accepted) -> notices.sendEach(
                ACCEPTED,
                accepted.stream()
                        .map(one -> happened(one.submission(), "", one.step(), one.told()))
                        .toList(),
                new Code(PeriodCode.text(period))));
    }

    private void tell(NoticeKind kind, Submission submission, String page, UUID step, Collection<AccountId> to) {
        notices.sendEach(
                kind, List.of(happened(submission, page, step, to)), new Code(PeriodCode.text(submission.period())));
    }

    private static Notices.Happened happened(Submission submission, String page, UUID step, Collection<AccountId> to) {
        return new Notices.Happened(to, "/statistics/submissions/" + submission.id() + page, "statistics.step/" + step);
    }
}
