package vn.binhdang.document.writing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Block;
import vn.binhdang.document.DocumentTask;
import vn.binhdang.document.Section;

/** The text of a document that came without one, as a record typed by hand does: its headings with its tasks below them. */
final class Outline {
    private final List<Block> blocks = new ArrayList<>();
    private final Set<DocumentTask> waiting;

    private Outline(List<DocumentTask> tasks) {
        this.waiting = new LinkedHashSet<>(tasks);
    }

    static List<Block> of(AdministrativeDocument document) {
        var outline = new Outline(document.tasks());
        document.sections().forEach(section -> outline.add(section, ""));
        outline.addTasks(List.copyOf(outline.waiting));
        return outline.blocks;
    }

    private void add(Section section, String above) {
        var path = above + step(section.number());
        var number = section.number();
        boolean roman = number != null && number.matches("[IVXL]+\\.?");
        blocks.add(new Block(
                roman ? Block.Kind.SECTION : Block.Kind.HEADING,
                number,
                section.heading(),
                List.of(),
                section.lines()));
        // a heading that is itself the task is printed once
        waiting.removeIf(task -> path.equals(task.number()) && task.text().startsWith(section.heading()));
        addTasks(waiting.stream()
                .filter(task -> path.equals(parent(task.number())))
                .toList());
        section.children().forEach(child -> add(child, path + "."));
    }

    private void addTasks(List<DocumentTask> tasks) {
        for (var task : tasks) {
            waiting.remove(task);
            var number = printed(task.number());
            var kind = number == null ? Block.Kind.PARAGRAPH : Block.Kind.ITEM;
            blocks.add(new Block(kind, number, task.text(), List.of(), task.lines()));
        }
    }

    /** "II." is the step "II", "a)" is "a". */
    private static String step(@Nullable String number) {
        return number == null ? "" : number.replaceFirst("[.)/]+$", "");
    }

    /** "II.1" lies below "II", "III.1.-2" below "III.1". */
    private static @Nullable String parent(@Nullable String path) {
        if (path == null) return null;
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(0, dot);
    }

    /** The last step as a document prints it: "1.", "a)", "-". */
    private static @Nullable String printed(@Nullable String path) {
        if (path == null) return null;
        var step = path.substring(path.lastIndexOf('.') + 1);
        if (step.startsWith("-")) return "-";
        return step.length() == 1 && Character.isLetter(step.charAt(0)) && Character.isLowerCase(step.charAt(0))
                ? step + ")"
                : step + ".";
    }
}
