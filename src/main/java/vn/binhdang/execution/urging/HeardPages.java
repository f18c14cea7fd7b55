package vn.binhdang.execution.urging;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.web.Text;

/** The form of an answer that the office heard, in words. */
@Component
class HeardPages {
    private final ActsOfUrging acts;
    private final UnitNames unitNames;

    HeardPages(ActsOfUrging acts, UnitNames unitNames) {
        this.acts = acts;
        this.unitNames = unitNames;
    }

    /** @throws NotVisible when the item is absent, not urged yet or not urged by the actor's office */
    HeardPage page(Actor actor, UrgingId id, UUID item, HeardForm form, List<Mistake> mistakes, Text t) {
        return page(actor, id, item, null, "", form, mistakes, t);
    }

    /** @throws NotVisible when the answer is absent, was not heard, does not count any more or is not for the actor */
    HeardPage correction(Actor actor, UrgingId id, UUID answer, Text t) {
        return asItStands(actor, id, answer, List.of(), t);
    }

    HeardPage unfitWithdrawal(Actor actor, UrgingId id, UUID answer, Mistake mistake, Text t) {
        return asItStands(actor, id, answer, List.of(mistake), t);
    }

    private HeardPage asItStands(Actor actor, UrgingId id, UUID answer, List<Mistake> mistakes, Text t) {
        var said = heard(id, answer);
        if (said.way() == null || said.who() == null || said.heardOn() == null)
            throw new NotVisible("heard answer " + answer);
        var form = HeardForm.of(
                new Heard(said.way(), said.who(), said.heardOn()),
                new Reply(said.kind(), said.words(), said.promisedOn()));
        return page(actor, id, said.itemId(), answer, "", form, mistakes, t);
    }

    /**
     * What was typed to correct it, and could not be taken. Where somebody else was faster it goes to what stands there now.
     * @throws NotVisible when the answer is absent, was not heard or is not for the actor
     */
    HeardPage correction(Actor actor, UrgingId id, UUID answer, HeardForm form, List<Mistake> mistakes, Text t) {
        var answers = acts.answers(id).stream()
                .filter(said -> said.way() != null)
                .collect(Collectors.toMap(ActsOfUrging.Said::id, Function.identity()));
        var asked = answers.get(answer);
        if (asked == null) throw new NotVisible("heard answer " + answer);
        ActsOfUrging.@Nullable Said now = asked;
        while (now != null && !now.counts()) now = now.correctedBy() == null ? null : answers.get(now.correctedBy());
        String overtaken = now == null
                ? t.of("execution.urging.heard.overtaken.withdrawn")
                : now == asked ? "" : t.of("execution.urging.heard.overtaken.corrected", said(now, t));
        return page(actor, id, asked.itemId(), now == null ? null : now.id(), overtaken, form, mistakes, t);
    }

    private static String said(ActsOfUrging.Said said, Text t) {
        String answer = UrgingTexts.answer(said.kind(), said.promisedOn(), t);
        return said.words().isEmpty() ? answer : answer + " – " + said.words();
    }

    private ActsOfUrging.Said heard(UrgingId id, UUID answer) {
        return acts.answers(id).stream()
                .filter(said -> said.id().equals(answer) && said.way() != null && said.counts())
                .findFirst()
                .orElseThrow(() -> new NotVisible("heard answer " + answer));
    }

    private HeardPage page(
            Actor actor,
            UrgingId id,
            UUID itemId,
            @Nullable UUID answer,
            String overtaken,
            HeardForm form,
            List<Mistake> mistakes,
            Text t) {
        var act = acts.find(actor, id);
        if (!act.own() || act.urgedAt() == null) throw new NotVisible("urging " + id);
        var item = acts.items(id).stream()
                .filter(one -> one.id().equals(itemId))
                .findFirst()
                .orElseThrow(() -> new NotVisible("item of urging " + id));
        String action = answer == null
                ? "/urging/" + id + "/items/" + itemId + "/heard"
                : "/urging/" + id + "/answers/" + answer;
        return new HeardPage(
                UrgingTexts.tabs(actor, "", t),
                t.of(answer == null ? "execution.urging.heard.title" : "execution.urging.heard.correct"),
                "/urging/" + id,
                unitNames.of(List.of(act.unit())).of(act.unit()),
                UrgingTexts.label(item.number(), item.text() == null ? "" : item.text()),
                overtaken,
                answer != null,
                action,
                Arrays.stream(HeardWay.values())
                        .map(way -> new HeardPage.Choice(
                                way.name(),
                                UrgingTexts.heard(way, t),
                                way.name().equals(form.way())))
                        .toList(),
                Mistake.of(mistakes, "way", t),
                form.person(),
                Mistake.of(mistakes, "who", t),
                form.day(),
                Mistake.of(mistakes, "heardOn", t),
                ReplyFields.of("", form.reply(), mistakes, t),
                answer == null ? "" : action + "/withdraw",
                Mistake.of(mistakes, "reason", t));
    }
}
