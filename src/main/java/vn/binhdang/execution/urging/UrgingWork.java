package vn.binhdang.execution.urging;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.binhdang.execution.Duty;
import vn.binhdang.execution.WorkItem;
import vn.binhdang.execution.WorkSource;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.web.Text;

/** Urgings that reached somebody and are not answered, among their work. */
@Component
class UrgingWork implements WorkSource {
    /** What was told longer ago is not waited for any more. */
    private static final int DAYS = 400;

    @Override
    public @Nullable Question open(Actor actor, LocalDate day) {
        if (!actor.may(Action.ANSWER_URGING)) return null;
        var t = Text.in(LocaleContextHolder.getLocale());
        return new Question(
                """
                select 'URGING', cast(u.id as text), '', u.answer_by, u.unit_id, cast(count(distinct i.id) as int)
                from   urging_told o
                join   urging_item i on i.id = o.item_id and i.answered_at is null
                join   urging u on u.id = i.urging_id
                where  o.account_id = :account and o.told_on > :toldSince
                group  by u.id
                order  by u.answer_by, u.id
                limit  :most
                """,
                Map.of("account", actor.account().value(), "toldSince", day.minusDays(DAYS)),
                row -> new WorkItem(
                        Duty.ANSWER,
                        "execution.urging.work.kind",
                        "/urging/" + row.key(),
                        t.of("execution.urging.work", row.counted()),
                        row.dueOn(),
                        row.unit(),
                        row.late(day)));
    }
}
