package vn.binhdang.plan.graph;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.binhdang.document.Finding;
import vn.binhdang.kernel.Actor;
import vn.binhdang.plan.Plan;
import vn.binhdang.plan.TaskStandings;
import vn.binhdang.plan.graph.GraphPage.Box;
import vn.binhdang.plan.graph.GraphPage.Line;
import vn.binhdang.web.Text;

/**
 * Draws the ties of a plan as one column, so that the picture is read at the width of a phone: what it rests on above it,
 * what came of it below.
 */
@Component
class GraphPages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int LINE = 18;
    private static final int PADDING = 10;
    private static final int GAP = 14;
    /** So wide is the line of a box in the picture, in hundredths of the height of its letters. */
    private static final int WIDTH = 2050;

    /** Symbols of documents are capitals and are wider than words: "1122/SLĐTBXH-TEBĐG" ran out of its box. */
    private static final int CAPITAL = 76;

    private static final int LETTER = 60;
    /** Longer subjects are cut in the picture; the list has them whole. */
    private static final int LINES = 3;

    private final Ties ties;
    private final CarriedOver carried;
    private final TaskStandings standings;

    GraphPages(Ties ties, CarriedOver carried, TaskStandings standings) {
        this.ties = ties;
        this.carried = carried;
        this.standings = standings;
    }

    GraphPage page(Actor actor, Plan plan, Text t) {
        var all = ties.of(actor, plan);
        var document = plan.document();
        String subject = document.subject().isEmpty() ? t.of("plan.list.noSubject") : document.subject();
        var boxes = new ArrayList<Box>();
        int y = 1;
        for (var tie : all) if (tie.relation().older()) y = below(boxes, box(tie, y, t));
        y = below(
                boxes,
                box(y, "plan", "", t.of("plan.graph.this"), (document.numberAndSymbol() + " " + subject).strip(), ""));
        for (var tie : all) if (!tie.relation().older()) y = below(boxes, box(tie, y, t));
        int warned = (int) all.stream().filter(tie -> tie.warning() != null).count();
        long older = all.stream().filter(tie -> tie.relation().older()).count();
        return new GraphPage(
                "/plans/" + plan.id(),
                t.of("plan.graph.title"),
                subject,
                t.of("plan.graph.description", older, all.size() - older, warned),
                y - GAP + 1,
                boxes,
                all.stream().map(tie -> line(tie, t)).toList(),
                all.stream()
                        .map(Tie::warning)
                        .filter(java.util.Objects::nonNull)
                        .map(warning -> words(java.util.Objects.requireNonNull(warning), t))
                        .toList(),
                carried.of(actor, plan).stream().map(one -> carry(one, plan, t)).toList());
    }

    private GraphPage.Carry carry(CarriedOver.Carried one, Plan plan, Text t) {
        boolean from = one.planId().equals(plan.id().value());
        String facts = standings
                .messageKey(one.state())
                .map(key -> t.of("plan.carried.state", t.of(key)))
                .orElse(t.of("plan.next.nothingHeard"));
        if (one.dueOn() != null) facts += " · " + t.of("plan.carried.due", DAY.format(one.dueOn()));
        String newer = "/plans/" + one.planId() + "/tasks/" + one.taskId();
        String older = "/plans/" + one.fromPlanId() + "/tasks/" + one.fromTaskId();
        return new GraphPage.Carry(
                from ? "from" : "to",
                from ? (plan.document().state().issued() ? newer : "") : older,
                one.text(),
                from ? older : (one.issued() ? newer : ""),
                one.otherSubject(),
                facts);
    }

    private static int below(List<Box> boxes, Box box) {
        boxes.add(box);
        return box.y() + box.height() + GAP;
    }

    private static Box box(Tie tie, int y, Text t) {
        return box(
                y,
                tie.warning() == null ? "" : "flagged",
                tie.relation().older() ? "down" : "up",
                t.of(tie.relation().messageKey()),
                (tie.printed() + " " + tie.subject()).strip(),
                tie.href());
    }

    private static Box box(int y, String mark, String arrow, String relation, String words, String href) {
        var lines = lines(words);
        return new Box(y, 2 * PADDING + LINE * (1 + lines.size()), mark, arrow, relation, lines, href);
    }

    /** SVG breaks no lines. */
    static List<String> lines(String words) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : words.split(" ", -1)) {
            if (!line.isEmpty() && width(line) + LETTER + width(word) > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        if (lines.size() <= LINES) return lines;
        var shown = new ArrayList<>(lines.subList(0, LINES));
        shown.set(LINES - 1, shown.getLast() + " …");
        return shown;
    }

    private static int width(CharSequence words) {
        return words.chars()
                .map(letter -> Character.isUpperCase(letter) ? CAPITAL : LETTER)
                .sum();
    }

    private static Line line(Tie tie, Text t) {
        return new Line(
                t.of(tie.relation().messageKey()),
                tie.printed().isEmpty() ? t.of("plan.graph.notNumbered") : tie.printed(),
                tie.subject(),
                tie.href(),
                tie.warning() == null ? "" : words(tie.warning(), t));
    }

    static String words(Finding finding, Text t) {
        return t.of(finding.code(), finding.arguments().toArray());
    }
}
