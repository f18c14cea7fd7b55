package vn.binhdang.execution.urging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.TypedDay;

/** An answer as typed, by who is urged or by the office that heard it. */
record ReplyForm(String answer, String promisedOn, String words) {
    static final ReplyForm NOTHING = new ReplyForm("", "", "");

    ReplyForm {
        promisedOn = promisedOn.strip();
        words = words.strip().replace("\r\n", "\n");
    }

    static ReplyForm of(Reply reply) {
        return new ReplyForm(reply.kind().name(), TypedDay.print(reply.promisedOn()), reply.words());
    }

    private @Nullable Answer kind() {
        return switch (answer) {
            case "DONE" -> Answer.DONE;
            case "PROMISED" -> Answer.PROMISED;
            case "NOT_YET" -> Answer.NOT_YET;
            default -> null;
        };
    }

    /** @param given when the answer is or was given: a promise lies not before it */
    List<Mistake> mistakes(LocalDate given) {
        var mistakes = new ArrayList<Mistake>();
        var kind = kind();
        if (kind == null) mistakes.add(Mistake.of("answer", "execution.urging.needs.answer"));
        if (kind == Answer.PROMISED) {
            var day = TypedDay.read(promisedOn).orElse(null);
            if (day == null) mistakes.add(Mistake.of("promisedOn", "execution.urging.needs.promise"));
            else if (day.isBefore(given) || day.isAfter(given.plusYears(2)))
                mistakes.add(Mistake.of("promisedOn", "execution.urging.needs.promiseLater"));
        }
        if (words.length() > Reply.LONGEST)
            mistakes.add(Mistake.of("words", "execution.urging.tooLong", Reply.LONGEST));
        if (kind == Answer.NOT_YET && words.isEmpty())
            mistakes.add(Mistake.of("words", "execution.urging.needs.reason"));
        return mistakes;
    }

    /** Of a form without mistakes. */
    Reply reply() {
        var kind = kind();
        if (kind == null) throw new IllegalStateException("no answer: " + answer);
        return new Reply(
                kind, words, kind == Answer.PROMISED ? TypedDay.read(promisedOn).orElseThrow() : null);
    }
}
