package vn.binhdang.execution.urging;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.web.Text;

/** What the rule proposes, in words. */
@Component
class ProposalPages {
    private static final int PAGE = 50;

    private final Proposals proposals;
    private final UrgingRules rules;
    private final UnitNames unitNames;
    private final Clock clock;

    ProposalPages(Proposals proposals, UrgingRules rules, UnitNames unitNames, Clock clock) {
        this.proposals = proposals;
        this.rules = rules;
        this.unitNames = unitNames;
        this.clock = clock;
    }

    ProposalsPage proposals(Actor actor, @Nullable UUID after, String status, Text t) {
        var today = today();
        var open = proposals.open(actor.agency(), after, PAGE + 1);
        boolean more = open.size() > PAGE;
        var shown = more ? open.subList(0, PAGE) : open;
        var named = unitNames.of(shown.stream().map(Proposals.Proposal::unitId).toList());
        record Key(UUID unit, Recipient recipient) {}
        var groups = new LinkedHashMap<Key, List<ProposalsPage.Line>>();
        for (var one : shown)
            groups.computeIfAbsent(new Key(one.unitId(), one.recipient()), k -> new ArrayList<>())
                    .add(new ProposalsPage.Line(
                            one.id().toString(),
                            "/plans/" + one.planId() + "/tasks/" + one.taskId(),
                            UrgingTexts.label(one.number(), one.text()),
                            UrgingTexts.due(one.dueOn(), t),
                            UrgingTexts.when(one.days(), t),
                            one.dueOn().isBefore(today)));
        var rule = rules.on(actor.agency(), today);
        return new ProposalsPage(
                UrgingTexts.tabs(actor, "proposals", t),
                status,
                t.of(rule.automatic() ? "execution.urging.rule.automatically" : "execution.urging.rule.byHand"),
                UrgingTexts.quiet(rules.calendar(actor.agency()), today, t),
                after == null && !more ? shown.size() : proposals.count(actor.agency()),
                groups.entrySet().stream()
                        .map(group -> new ProposalsPage.Group(
                                group.getKey().unit() + "-" + group.getKey().recipient(),
                                named.of(group.getKey().unit()),
                                UrgingTexts.recipient(group.getKey().recipient(), t),
                                group.getValue()))
                        .toList(),
                more ? "/urging?after=" + shown.getLast().id() : "",
                actor.may(Action.SET_URGING));
    }

    private LocalDate today() {
        return Today.of(clock).day();
    }
}
