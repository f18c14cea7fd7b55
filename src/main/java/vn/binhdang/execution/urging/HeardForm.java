package vn.binhdang.execution.urging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.binhdang.calendar.TypedDay;

/** What the office typed about an answer that it heard. */
record HeardForm(String way, String who, String on, ReplyForm reply) {
    HeardForm {
        who = who.strip();
        on = on.strip();
    }

    static HeardForm of(Heard heard, Reply reply) {
        return new HeardForm(heard.way().name(), heard.who(), TypedDay.print(heard.on()), ReplyForm.of(reply));
    }

    private Optional<HeardWay> chosenWay() {
        for (var known : HeardWay.values()) if (known.name().equals(way)) return Optional.of(known);
        return Optional.empty();
    }

    /** @param urged when the act was done: nobody answers before */
    List<Mistake> mistakes(LocalDate urged, LocalDate today) {
        var mistakes = new ArrayList<Mistake>();
        if (chosenWay().isEmpty()) mistakes.add(Mistake.of("way", "execution.urging.heard.needs.way"));
        if (who.isEmpty()) mistakes.add(Mistake.of("who", "execution.urging.heard.needs.who"));
        if (who.length() > Heard.LONGEST_NAME)
            mistakes.add(Mistake.of("who", "execution.urging.tooLong", Heard.LONGEST_NAME));
        var day = TypedDay.read(on).orElse(null);
        if (day == null) mistakes.add(Mistake.of("heardOn", "execution.urging.needs.day"));
        else if (day.isBefore(urged) || day.isAfter(today))
            mistakes.add(Mistake.of(
                    "heardOn", "execution.urging.heard.needs.between", TypedDay.print(urged), TypedDay.print(today)));
        mistakes.addAll(reply.mistakes(day == null ? urged : day));
        return mistakes;
    }

    /** Of a form without mistakes. */
    Heard heard() {
        return new Heard(chosenWay().orElseThrow(), who, TypedDay.read(on).orElseThrow());
    }
}
