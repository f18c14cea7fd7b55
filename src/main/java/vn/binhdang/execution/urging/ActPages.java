package vn.binhdang.execution.urging;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.access.Accounts;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.web.Text;

/** One act of urging with its answers, in words. */
@Component
class ActPages {
    private final ActsOfUrging acts;
    private final UnitNames unitNames;
    private final Accounts accounts;
    private final Clock clock;

    ActPages(ActsOfUrging acts, UnitNames unitNames, Accounts accounts, Clock clock) {
        this.acts = acts;
        this.unitNames = unitNames;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * @param typedItem of which the answer that was typed could not be taken; null when none was
     * @param mistakes of it
     */
    ActPage act(
            Actor actor,
            UrgingId id,
            String status,
            @Nullable UUID typedItem,
            ReplyForm typed,
            List<Mistake> mistakes,
            Text t) {
        var act = acts.find(actor, id);
        var items = acts.items(id);
        var answers = acts.answers(id).stream().collect(Collectors.groupingBy(ActsOfUrging.Said::itemId));
        var named = unitNames.of(List.of(act.unit(), act.agency(), act.byUnit()));
        var names = accounts.namesOf(people(act, answers.values()));
        // Who urges is offered no answer in the place of those who are urged, but may write down what they said.
        boolean mayAnswer = act.answerable()
                && act.urgedAt() != null
                && actor.may(Action.ANSWER_URGING)
                && (!act.own() || acts.reached(id, actor));
        boolean mayHear = act.own() && act.urgedAt() != null;
        var state = act.state(Today.of(clock).day());
        return new ActPage(
                UrgingTexts.tabs(actor, "", t),
                t.of("execution.urging.act.heading", named.of(act.unit())),
                t.of(state.messageKey()),
                state.mark(),
                status,
                facts(act, id, named, names, t),
                act.words(),
                act.letterId() == null || !actor.agency().value().equals(act.agency())
                        ? ""
                        : "/documents/" + act.letterId(),
                act.own() && act.urgedAt() == null && act.droppedAt() == null ? "/urging/" + id + "/drop" : "",
                items.stream()
                        .map(item -> {
                            boolean isTyped = item.id().equals(typedItem);
                            var form = mayAnswer
                                    ? new ActPage.Form(
                                            "/urging/" + id + "/items/" + item.id() + "/answer",
                                            ReplyFields.of(
                                                    "-" + item.id(),
                                                    isTyped ? typed : ReplyForm.NOTHING,
                                                    isTyped ? mistakes : List.of(),
                                                    t))
                                    : null;
                            return item(id, item, answers.getOrDefault(item.id(), List.of()), names, form, mayHear, t);
                        })
                        .toList(),
                mayAnswer);
    }

    private static Set<AccountId> people(ActsOfUrging.Act act, Collection<List<ActsOfUrging.Said>> answers) {
        var people = new HashSet<AccountId>();
        people.add(new AccountId(act.byAccount()));
        if (act.accountId() != null) people.add(new AccountId(act.accountId()));
        for (var ofItem : answers)
            for (var said : ofItem) {
                people.add(new AccountId(said.accountId()));
                if (said.withdrawnBy() != null) people.add(new AccountId(said.withdrawnBy()));
            }
        return people;
    }

    private List<ActPage.Fact> facts(
            ActsOfUrging.Act act, UrgingId id, UnitNames.Names named, Map<AccountId, String> names, Text t) {
        var facts = new ArrayList<ActPage.Fact>();
        String by = named.of(act.byUnit());
        if (!act.byUnit().equals(act.agency())) by = by + ", " + named.of(act.agency());
        String who = names.getOrDefault(new AccountId(act.byAccount()), "");
        facts.add(new ActPage.Fact(
                t.of("execution.urging.act.by"),
                act.automatic()
                        ? t.of("execution.urging.act.automatic", named.of(act.agency()))
                        : who.isEmpty() ? by : who + " (" + by + ")"));
        facts.add(new ActPage.Fact(
                t.of("execution.urging.to"),
                act.accountId() == null
                        ? UrgingTexts.recipient(act.recipient(), t)
                        : names.getOrDefault(new AccountId(act.accountId()), "")));
        facts.add(new ActPage.Fact(
                t.of("execution.urging.column.when"),
                act.urgedAt() == null ? t.of("execution.urging.notYet") : UrgingTexts.minute(act.urgedAt())));
        facts.add(new ActPage.Fact(
                t.of("execution.urging.way"),
                t.of("execution.urging.way." + act.way().name())));
        facts.add(new ActPage.Fact(t.of("execution.urging.answerBy"), TypedDay.print(act.answerBy())));
        if (act.own() && act.urgedAt() != null)
            facts.add(new ActPage.Fact(
                    t.of("execution.urging.act.reached"), t.of("execution.urging.people", acts.reached(id))));
        return facts;
    }

    private static ActPage.Item item(
            UrgingId id,
            ActsOfUrging.Item item,
            List<ActsOfUrging.Said> answers,
            Map<AccountId, String> names,
            ActPage.@Nullable Form form,
            boolean mayHear,
            Text t) {
        String answer = item.answer() == null
                ? t.of("execution.urging.unanswered")
                : UrgingTexts.answer(item.answer(), item.promisedOn(), t);
        var last = answers.stream()
                .filter(said -> said.counts() && said.kind() == item.answer())
                .reduce((one, next) -> next);
        var way = last.map(ActsOfUrging.Said::way).orElse(null);
        return new ActPage.Item(
                item.id().toString(),
                planHref(item),
                UrgingTexts.label(item.number(), item.text() == null ? "" : item.text()),
                UrgingTexts.due(item.dueOn(), t),
                item.state() == null ? "" : t.of("execution.state." + item.state()),
                way == null ? answer : answer + " · " + UrgingTexts.heard(way, t),
                item.answer() == null ? "soon" : item.answer() == Answer.NOT_YET ? "not-done" : "answered",
                answers.stream().map(said -> said(id, said, names, mayHear, t)).toList(),
                form,
                mayHear ? "/urging/" + id + "/items/" + item.id() + "/heard" : "");
    }

    private static ActPage.Said said(
            UrgingId id, ActsOfUrging.Said said, Map<AccountId, String> names, boolean mayHear, Text t) {
        String account = names.getOrDefault(new AccountId(said.accountId()), "");
        String when = t.of("execution.urging.answer.by", account, UrgingTexts.minute(said.answeredAt()));
        if (said.way() != null && said.who() != null && said.recordedAt() != null)
            when = t.of(
                    "execution.urging.heard.by",
                    said.who(),
                    TypedDay.print(said.heardOn()),
                    account,
                    UrgingTexts.minute(said.recordedAt()));
        String withdrawn = "";
        if (said.withdrawnAt() != null && said.withdrawnBy() != null)
            withdrawn = t.of(
                    said.correctedBy() != null
                            ? "execution.urging.heard.corrected"
                            : "execution.urging.heard.withdrawn",
                    names.getOrDefault(new AccountId(said.withdrawnBy()), ""),
                    UrgingTexts.minute(said.withdrawnAt()),
                    said.reason() == null ? "" : said.reason());
        return new ActPage.Said(
                UrgingTexts.answer(said.kind(), said.promisedOn(), t),
                said.words(),
                when,
                said.way() == null ? "" : UrgingTexts.heard(said.way(), t),
                withdrawn,
                mayHear && said.way() != null && said.counts() ? "/urging/" + id + "/answers/" + said.id() : "");
    }

    private static String planHref(ActsOfUrging.Item item) {
        return item.planId() == null ? "" : "/plans/" + item.planId() + "/tasks/" + item.subjectId();
    }
}
