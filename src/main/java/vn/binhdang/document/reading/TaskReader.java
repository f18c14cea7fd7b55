package vn.binhdang.document.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.DocumentTask;

/**
 * The smallest actionable items of an outline. A heading tells what kind of things stand below it and who does them; an
 * item that introduces others gives way to them; a line such as "Đơn vị phối hợp: …" says more about the items above it.
 */
final class TaskReader {
    private final int planYear;
    private final List<TaskDraft> tasks = new ArrayList<>();

    private TaskReader(int planYear) {
        this.planYear = planYear;
    }

    /** What the headings above an item hand down to it. */
    private record Heading(
            @Nullable HeadingRole role,
            String path,
            List<String> leads,
            List<String> coordinating,
            TimeReader.When when) {
        Heading withPath(String other) {
            return new Heading(role, other, leads, coordinating, when);
        }
    }

    static List<DocumentTask> read(Node root, @Nullable HeadingRole role, int planYear) {
        var reader = new TaskReader(planYear);
        reader.readChildren(root, new Heading(role, "", List.of(), List.of(), TimeReader.When.NEVER));
        return reader.tasks.stream().map(TaskDraft::task).toList();
    }

    private void readChildren(Node parent, Heading heading) {
        var group = new ArrayList<TaskDraft>();
        var current = heading;
        int bullet = 0;
        boolean afterAttribute = false;
        for (var child : parent.children()) {
            var attribute = Attributes.of(child.text(), child.lower());
            if (attribute != null && attribute.kind() != Attributes.Kind.CONTENT) {
                current = apply(attribute, child, group, current, bullet);
                afterAttribute = true;
                continue;
            }
            if (afterAttribute) group.clear();
            afterAttribute = false;
            boolean unnumbered = !child.isNumbered();
            if (unnumbered && !child.isIntroduction()) bullet++;
            int before = tasks.size();
            readNode(child, parent, current, unnumbered ? "-" + bullet : "", attribute);
            group.addAll(tasks.subList(before, tasks.size()));
        }
    }

    /** An attribute line belongs to the items above it since the last such lines; before any item, to all that follow. */
    private Heading apply(Attributes attribute, Node node, List<TaskDraft> group, Heading heading, int bullet) {
        if (attribute.kind() == Attributes.Kind.TIME) {
            var when = TimeReader.inAttribute(attribute.value(), planYear);
            group.forEach(task -> task.setWhen(when));
            boolean ahead = group.isEmpty() && when.isPeriod();
            return ahead ? new Heading(heading.role, heading.path, heading.leads, heading.coordinating, when) : heading;
        }
        if (attribute.kind() == Attributes.Kind.OUTPUT) group.forEach(task -> task.setOutput(attribute.value()));
        if (attribute.kind() == Attributes.Kind.COORDINATING)
            group.forEach(task -> task.setCoordinating(Units.split(UnitReader.withoutParentheses(attribute.value()))));
        if (attribute.kind() == Attributes.Kind.LEAD) applyLead(attribute.value(), group);
        applyBelow(attribute, node, group, heading, bullet);
        return heading;
    }

    private static void applyLead(String value, List<TaskDraft> group) {
        if (value.isEmpty()) return;
        var lower = Words.lower(value);
        int end = UnitReader.listEnd(value, lower, 0);
        var leads = Units.split(UnitReader.withoutParentheses(end > 0 ? value.substring(0, end) : value));
        var coordinating = UnitReader.coordinating(value, lower);
        group.forEach(task -> {
            task.setLeads(leads);
            if (!coordinating.isEmpty()) task.setCoordinating(coordinating);
        });
    }

    /** "Cơ quan thực hiện:" with a line for each unit: the one that leads, then those that do something of their own. */
    private void applyBelow(Attributes attribute, Node node, List<TaskDraft> group, Heading heading, int bullet) {
        if (attribute.kind() != Attributes.Kind.LEAD || !attribute.value().isEmpty()) return;
        int number = bullet;
        for (var child : node.children()) {
            if (Words.contains(child.lower(), "chủ trì")) applyLead(child.text(), group);
            else if (Actions.isAction(child))
                add(child, heading.withPath(heading.path), "-" + ++number, child.text(), child.lower());
        }
    }

    private void readNode(Node node, Node parent, Heading heading, String bullet, @Nullable Attributes content) {
        if (isFormula(node)) return;
        var path = heading.path
                + (heading.path.isEmpty() || bulletOrLabel(node, bullet).isEmpty() ? "" : ".")
                + bulletOrLabel(node, bullet);
        if (content != null) readContent(node, heading.withPath(path), content);
        else if (Sections.isHeading(node, parent)) readHeading(node, heading, path);
        else if (introduces(node)) readChildren(node, below(node, heading, path));
        else readItem(node, heading, path);
    }

    private static String bulletOrLabel(Node node, String bullet) {
        var marker = node.marker();
        if (node.isIntroduction()) return "";
        return marker != null && marker.isNumbered() ? marker.label() : bullet;
    }

    /** "- Nội dung: Tổ chức …" is the task "Tổ chức …"; with nothing behind the colon its items are. */
    private void readContent(Node node, Heading heading, Attributes content) {
        if (heading.role != HeadingRole.WORK) return;
        if (content.value().isEmpty()
                || content.value().endsWith(":") && !node.children().isEmpty()) readChildren(node, heading);
        else add(node, heading, "", content.value(), Words.lower(content.value()));
    }

    private void readHeading(Node node, Heading heading, String path) {
        var below = below(node, heading, path);
        if (node.children().isEmpty()) {
            if (isWork(below) && Actions.isAction(node)) readItem(node, heading, path);
            return;
        }
        readChildren(node, below);
    }

    /** What a heading or an introducing line hands down. */
    private Heading below(Node node, Heading above, String path) {
        var said = HeadingRole.of(node.lower());
        var units = UnitReader.ofHeading(node.text(), node.lower());
        boolean named = !units.isEmpty();
        var role = said == HeadingRole.STATEMENT && named && above.role == HeadingRole.WORK
                ? above.role
                : said != null ? said : above.role;
        if (node.isIntroduction() && said != HeadingRole.STATEMENT) role = above.role;
        var coordinating = named && node.paragraph().introduces()
                ? UnitReader.coordinating(node.text(), node.lower())
                : List.<String>of();
        return new Heading(
                role,
                pathOf(node, above, path),
                named ? units : above.leads,
                named ? coordinating : above.coordinating,
                above.when);
    }

    /** "II.1.1.2" is not "II.1.1.1.2": a number that repeats those above it stands for them. */
    private static String pathOf(Node node, Heading above, String path) {
        var marker = node.marker();
        if (marker == null || marker.depth() < 2) return path;
        int from = above.path.length();
        int levels = marker.depth() - 1;
        while (from > 0 && levels > 0) {
            int dot = above.path.lastIndexOf('.', from - 1);
            var label = above.path.substring(dot + 1, from);
            if (!Character.isDigit(label.isEmpty() ? ' ' : label.charAt(0))) break;
            from = Math.max(dot, 0);
            levels--;
        }
        var kept = above.path.substring(0, from);
        return kept.isEmpty() ? marker.label() : kept + "." + marker.label();
    }

    /** Does the item only announce those below it? Not when they merely list things: "các nền tảng như: - hệ thống A". */
    private static boolean introduces(Node node) {
        if (node.children().isEmpty()) return node.isIntroduction() && !Actions.isAction(node);
        if (!node.paragraph().introduces()) return false;
        int acting = 0;
        for (var child : node.children())
            if (Actions.isAction(child) || child.children().size() > 1) acting++;
        return acting * 2 >= node.children().size() || !Actions.isAction(node);
    }

    private void readItem(Node node, Heading heading, String path) {
        var own = UnitReader.subject(node.text(), node.lower());
        if (isTask(node, heading, own)) add(node, heading.withPath(path), "", node.text(), node.lower());
        if (node.children().isEmpty() || node.paragraph().introduces()) return;
        var leads = own != null && own.acts() ? own.units() : heading.leads;
        readChildren(node, new Heading(heading.role, path, leads, heading.coordinating, heading.when));
    }

    private static boolean isTask(Node node, Heading heading, UnitReader.@Nullable Subject own) {
        boolean charged = own != null && own.acts();
        if (heading.role == HeadingRole.BUDGET) return charged;
        if (heading.role != HeadingRole.WORK) return charged && heading.role == null;
        if (node.marker() == null) return charged || Actions.isVerb(node.lower());
        return true;
    }

    private static boolean isWork(Heading heading) {
        return heading.role == HeadingRole.WORK;
    }

    private void add(Node node, Heading heading, String bullet, String text, String lower) {
        var number = bullet.isEmpty() ? heading.path : heading.path.isEmpty() ? bullet : heading.path + "." + bullet;
        var own = UnitReader.subject(text, lower);
        boolean charged = own != null && own.acts();
        var coordinating = UnitReader.coordinating(text, lower);
        var when = TimeReader.inTask(text, lower, planYear);
        tasks.add(new TaskDraft(
                number,
                text,
                charged ? UnitReader.ofHeading(text, lower) : heading.leads,
                coordinating.isEmpty() && !charged ? heading.coordinating : coordinating,
                when.isSaid() ? when : heading.when,
                node.paragraph().lines()));
    }

    /** "Trên đây là Kế hoạch …", "Trong quá trình thực hiện, nếu có vướng mắc …": closes a document, orders nothing new. */
    static boolean isFormula(Node node) {
        if (node.marker() instanceof Marker marker && marker.isNumbered()) return false;
        return ClosingFormulas.opens(node.lower());
    }
}
