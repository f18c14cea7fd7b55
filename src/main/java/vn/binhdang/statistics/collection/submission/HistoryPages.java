package vn.binhdang.statistics.collection.submission;

import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.binhdang.access.Accounts;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.Units;
import vn.binhdang.statistics.SubmissionId;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.statistics.collection.Layouts;
import vn.binhdang.web.Text;

/** Makes the history of an answer ready to print. */
@Component
class HistoryPages {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final Submissions submissions;
    private final StateParts states;
    private final ReviewPages reviews;
    private final Layouts layouts;
    private final Accounts accounts;
    private final Units units;

    HistoryPages(
            Submissions submissions,
            StateParts states,
            ReviewPages reviews,
            Layouts layouts,
            Accounts accounts,
            Units units) {
        this.submissions = submissions;
        this.states = states;
        this.reviews = reviews;
        this.layouts = layouts;
        this.accounts = accounts;
        this.units = units;
    }

    HistoryPage page(Actor actor, SubmissionId id, Text t) {
        var submission = submissions.of(actor, id, Action.READ_STATISTICS);
        var story = states.story(submission);
        var people = accounts.namesOf(story.stream()
                .map(told -> new AccountId(told.step().byAccount()))
                .collect(Collectors.toSet()));
        var agencies = units.named(
                story.stream().map(told -> new UnitId(told.step().byAgency())).collect(Collectors.toSet()),
                submission.referenceDay());
        return new HistoryPage(
                t.of(
                        "statistics.collection.history.title",
                        layouts.of(submission.form(), submission.period())
                                .form()
                                .name(t.language())),
                reviews.lead(submission, t),
                "/statistics/submissions/" + id,
                story.stream()
                        .map(told -> {
                            var step = told.step();
                            String what = t.of(step.step().messageKey());
                            return new HistoryPage.Line(
                                    MOMENT.format(step.at().atZoneSameInstant(Today.ZONE)),
                                    told.revision() == 0
                                            ? what
                                            : t.of("statistics.collection.step.ofAmendment", what, told.revision()),
                                    people.getOrDefault(new AccountId(step.byAccount()), ""),
                                    Optional.ofNullable(agencies.get(new UnitId(step.byAgency())))
                                            .map(Unit::name)
                                            .orElse(""),
                                    step.reason(),
                                    late(told) ? t.of("statistics.collection.late.sent") : "");
                        })
                        .toList());
    }

    /** An amendment has no deadline. */
    private static boolean late(StateParts.Told told) {
        var step = told.step();
        return told.revision() == 0
                && step.dueOn() != null
                && step.at().atZoneSameInstant(Today.ZONE).toLocalDate().isAfter(step.dueOn());
    }
}
