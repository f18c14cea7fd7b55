package vn.binhdang.execution.urging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.TypedDay;

/** What the office typed about an answer that it heard. */
record HeardForm(
        @Nullable String way,
        @Nullable String who,
        @Nullable String heardOn,
        @Nullable String answer,
        @Nullable String promisedOn,
        @Nullable String words) {
    HeardForm {
        way = text(way);
        who = text(who);
        heardOn = text(heardOn);
    }

    static HeardForm today(LocalDate today) {
        return new HeardForm(HeardWay.TELEPHONE.name(), "", TypedDay.print(today), "", "", "");
    }

    static HeardForm of(Heard heard, Reply reply) {
        var form = ReplyForm.of(reply);
        return new HeardForm(
                heard.way().name(),
                heard.who(),
                TypedDay.print(heard.on()),
                form.answer(),
                form.promisedOn(),
                form.words());
    }

    ReplyForm reply() {
        return new ReplyForm(text(answer), text(promisedOn), text(words));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private Optional<HeardWay> chosenWay() {
        for (var known : HeardWay.values()) if (known.name().equals(way)) return Optional.of(known);
        return Optional.empty();
    }

    /** @param urged when the act was done: nobody answers before */
    List<Mistake> mistakes(LocalDate urged, LocalDate today) {
        var mistakes = new ArrayList<Mistake>();
        if (chosenWay().isEmpty()) mistakes.add(Mistake.of("way", "execution.urging.heard.needs.way"));
        if (person().isEmpty()) mistakes.add(Mistake.of("who", "execution.urging.heard.needs.who"));
        if (person().length() > Heard.LONGEST_NAME)
            mistakes.add(Mistake.of("who", "execution.urging.tooLong", Heard.LONGEST_NAME));
        var day = TypedDay.read(day()).orElse(null);
        if (day == null) mistakes.add(Mistake.of("heardOn", "execution.urging.needs.day"));
        else if (day.isBefore(urged) || day.isAfter(today))
            mistakes.add(Mistake.of(
                    "heardOn", "execution.urging.heard.needs.between", TypedDay.print(urged), TypedDay.print(today)));
        mistakes.addAll(reply().mistakes(day == null ? urged : day));
        return mistakes;
    }

    /** As typed. */
    String person() {
        return String.valueOf(who);
    }

    /** As typed. */
    String day() {
        return String.valueOf(heardOn);
    }

    /** Of a form without mistakes. */
    Heard heard() {
        return new Heard(
                chosenWay().orElseThrow(), person(), TypedDay.read(day()).orElseThrow());
    }
}
