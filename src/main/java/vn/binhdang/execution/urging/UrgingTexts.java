package vn.binhdang.execution.urging;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.web.Text;

/** Words that several pages of urging share. */
final class UrgingTexts {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private UrgingTexts() {}

    static List<Tab> tabs(Actor actor, String current, Text t) {
        var tabs = new ArrayList<Tab>();
        if (!actor.may(Action.URGE_TASKS) && !actor.may(Action.URGE_BELOW)) return tabs;
        if (actor.may(Action.URGE_TASKS)) tabs.add(tab("/urging", "proposals", current, t));
        tabs.add(tab("/urging/tasks", "tasks", current, t));
        tabs.add(tab("/urging/log", "log", current, t));
        tabs.add(tab("/urging/units", "units", current, t));
        if (actor.may(Action.SET_URGING)) tabs.add(tab("/urging/settings", "settings", current, t));
        return tabs;
    }

    private static Tab tab(String href, String word, String current, Text t) {
        return new Tab(href, t.of("execution.urging.tab." + word), word.equals(current));
    }

    static String answer(Answer kind, @Nullable LocalDate promisedOn, Text t) {
        return kind == Answer.PROMISED && promisedOn != null
                ? t.of("execution.urging.answer.PROMISED", TypedDay.print(promisedOn))
                : t.of("execution.urging.answer." + kind.name());
    }

    static String heard(HeardWay way, Text t) {
        return t.of("execution.urging.heard." + way.name());
    }

    static String due(@Nullable LocalDate day, Text t) {
        return day == null ? "" : t.of("execution.urging.due", TypedDay.print(day));
    }

    /** What one press has sent; empty when nothing was pressed. */
    static String outcome(int acts, int things, int already, int nobody, Text t) {
        if (acts < 0) return "";
        var words = new StringBuilder(t.of("execution.urging.outcome.sent", acts, things));
        if (already > 0) words.append(' ').append(t.of("execution.urging.outcome.already", already));
        if (nobody > 0) words.append(' ').append(t.of("execution.urging.outcome.nobody", nobody));
        return words.toString();
    }

    /** Why nothing is sent today; empty on a working day. */
    static String quiet(UrgingCalendar calendar, LocalDate today, Text t) {
        return calendar.quiet(today) ? t.of("execution.urging.quiet", TypedDay.print(calendar.next(today))) : "";
    }

    static String step(UrgingRule.Step step, Text t) {
        return t.of("execution.urging.step", when(step.days(), t), recipient(step.recipient(), t));
    }

    static String when(int days, Text t) {
        if (days == 0) return t.of("execution.urging.when.due");
        return t.of(days < 0 ? "execution.urging.when.before" : "execution.urging.when.after", Math.abs(days));
    }

    static String recipient(Recipient recipient, Text t) {
        return t.of("execution.urging.recipient." + recipient.name());
    }

    static String fields() {
        return UrgingWords.FIELDS.stream().map(field -> "{" + field + "}").collect(Collectors.joining(", "));
    }

    static String label(@Nullable String number, String text) {
        return number == null || number.isEmpty() ? text : number + ". " + text;
    }

    static String minute(OffsetDateTime at) {
        return MINUTE.format(at.atZoneSameInstant(Today.ZONE));
    }
}
