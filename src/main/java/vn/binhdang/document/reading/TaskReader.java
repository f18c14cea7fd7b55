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
    /** More lines about one item are not read: no text makes the work grow with their square. */
    private static final int MOST_ATTRIBUTES = 12;

    /** "Lưu ý:", "Yêu cầu:" change what follows; a sentence that introduces a list does not. */
    private static final int LONGEST_REMARK = 50;

    private final boolean account;
    private final int planYear;
    private final List<TaskDraft> tasks = new ArrayList<>();

    private TaskReader(boolean account, int planYear) {
        this.account = account;
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

    /** @param account the document tells what was done (a report): only headings that look ahead hold tasks */
    static List<DocumentTask> read(Node root, boolean account, int planYear) {
        var reader = new TaskReader(account, planYear);
        var role = account ? HeadingRole.STATEMENT : HeadingRole.WORK;
        reader.readChildren(root, new Heading(role, "", List.of(), List.of(), TimeReader.When.NEVER));
        return reader.tasks.stream().map(TaskDraft::task).toList();
    }

    private void readChildren(Node parent, Heading heading) {
        var group = new Group();
        var current = heading;
        int bullet = 0;
        boolean mostlyActs = mostlyActs(parent);
        for (var child : parent.children()) {
            var attribute = Attributes.of(child.text(), child.lower());
            if (attribute != null && attribute.kind() != Attributes.Kind.CONTENT) {
                current = apply(attribute, child, group, current, bullet);
                continue;
            }
            boolean unnumbered = !child.isNumbered();
            if (unnumbered && !child.isIntroduction()) bullet++;
            int before = tasks.size();
            readNode(child, parent, current, unnumbered ? "-" + bullet : "", attribute, mostlyActs);
            group.add(tasks.subList(before, tasks.size()), child.children().isEmpty());
        }
    }

    /** The tasks that an attribute line may still speak of: those since the last such lines. */
    private static final class Group {
        private final List<TaskDraft> all = new ArrayList<>();
        private final List<TaskDraft> direct = new ArrayList<>();
        private int attributes;

        void add(List<TaskDraft> more, boolean areDirect) {
            if (attributes > 0) {
                all.clear();
                direct.clear();
                attributes = 0;
            }
            all.addAll(more);
            if (areDirect) direct.addAll(more);
        }

        /** "3. Thời gian thực hiện: …" in a row of headings says nothing of the items below another of them. */
        List<TaskDraft> of(Node attribute) {
            if (++attributes > MOST_ATTRIBUTES) return List.of();
            return attribute.isNumbered() ? direct : all;
        }

        boolean isEmpty() {
            return all.isEmpty();
        }
    }

    private static boolean mostlyActs(Node parent) {
        int acting = 0;
        for (var child : parent.children()) if (Actions.isAction(child)) acting++;
        return acting * 2 >= parent.children().size();
    }

    /** An attribute line belongs to the items above it since the last such lines; before any item, to all that follow. */
    private Heading apply(Attributes attribute, Node node, Group group, Heading heading, int bullet) {
        boolean ahead = group.isEmpty();
        var above = group.of(node);
        if (attribute.kind() == Attributes.Kind.LEAD && attribute.value().isEmpty())
            applyBelow(node, above, heading, bullet);
        else say(attribute, above);
        if (!ahead || attribute.kind() != Attributes.Kind.TIME) return heading;
        var when = TimeReader.inAttribute(attribute.value(), planYear);
        return when.isPeriod()
                ? new Heading(heading.role, heading.path, heading.leads, heading.coordinating, when)
                : heading;
    }

    private void say(Attributes attribute, List<TaskDraft> about) {
        var value = attribute.value();
        switch (attribute.kind()) {
            case TIME -> {
                var when = TimeReader.inAttribute(value, planYear);
                about.forEach(task -> task.setWhen(when));
            }
            case OUTPUT -> about.forEach(task -> task.setOutput(value));
            case COORDINATING -> {
                var units = Units.split(UnitReader.withoutParentheses(value));
                about.forEach(task -> task.setCoordinating(units));
            }
            case LEAD -> applyLead(value, about);
            case CONTENT, OTHER -> {}
        }
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
    private void applyBelow(Node node, List<TaskDraft> above, Heading heading, int bullet) {
        int number = bullet;
        for (var child : node.children()) {
            if (Words.contains(child.lower(), "chủ trì")) applyLead(child.text(), above);
            else if (Actions.isAction(child)) add(child, heading, "-" + ++number, child.text(), child.lower());
        }
    }

    private void readNode(
            Node node, Node parent, Heading heading, String bullet, @Nullable Attributes content, boolean mostlyActs) {
        if (isFormula(node)) return;
        var path = heading.path
                + (heading.path.isEmpty() || bulletOrLabel(node, bullet).isEmpty() ? "" : ".")
                + bulletOrLabel(node, bullet);
        if (content != null) readContent(node, heading.withPath(path), content);
        else if (Sections.isHeading(node, parent)) readHeading(node, heading, path);
        else if (introduces(node)) readChildren(node, below(node, heading, path));
        else readItem(node, heading, path, mostlyActs);
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
            if (isWork(below) && Actions.isAction(node)) readItem(node, heading, path, true);
            return;
        }
        readChildren(node, below);
    }

    /** What a heading or an introducing line hands down. */
    private Heading below(Node node, Heading above, String path) {
        var said = HeadingRole.of(node.lower());
        if (account && above.role != HeadingRole.WORK) said = HeadingRole.inAccount(node.lower(), said);
        var units = UnitReader.ofHeading(node.text(), node.lower());
        // below the heading "3. Đơn vị duy trì thoát nước" a sentence that lists its companies changes nothing
        boolean named = !units.isEmpty() && (!node.isIntroduction() || above.leads.isEmpty());
        var role = said == HeadingRole.STATEMENT
                        && named
                        && above.role == HeadingRole.WORK
                        && HeadingRole.isByTheWay(node.lower())
                ? above.role
                : said != null ? said : above.role;
        if (node.isIntroduction()
                && (said != HeadingRole.STATEMENT || node.text().length() > LONGEST_REMARK)) role = above.role;
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
        return mostlyActs(node) || !Actions.isAction(node) && !Actions.isLabelled(node);
    }

    private void readItem(Node node, Heading heading, String path, boolean mostlyActs) {
        var own = Actions.chargedIn(node);
        if (isTask(node, heading, own, mostlyActs)) add(node, heading.withPath(path), "", node.text(), node.lower());
        if (node.children().isEmpty() || node.paragraph().introduces()) return;
        var leads = own != null ? own.units() : heading.leads;
        readChildren(node, new Heading(heading.role, path, leads, heading.coordinating, heading.when));
    }

    private static boolean isTask(Node node, Heading heading, UnitReader.@Nullable Subject own, boolean mostlyActs) {
        boolean charged = own != null;
        // "Điều 1. Thành lập Ban …": the decision does it itself; an article is a task only for whom it names
        boolean article =
                node.marker() instanceof Marker marker && marker.style().equals(Marker.ARTICLE);
        if (article || heading.role == HeadingRole.BUDGET) return charged;
        if (heading.role != HeadingRole.WORK) return charged && heading.role == null;
        if (charged || Actions.isVerb(node.lower()) || Actions.isLabelled(node)) return true;
        // "- Dữ liệu được chia sẻ qua …" among instructions is one, "- 01 vị trí tại …" in a list of places is none
        return node.isNumbered() || node.marker() != null && mostlyActs;
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
        var draft = new TaskDraft(
                number,
                text,
                charged ? UnitReader.ofHeading(text, lower) : heading.leads,
                coordinating.isEmpty() && !charged ? heading.coordinating : coordinating,
                when.isSaid() ? when : heading.when,
                node.paragraph().lines());
        tasks.add(draft);
        for (var attribute : Attributes.inside(text, lower)) say(attribute, List.of(draft));
    }

    /** "Trên đây là Kế hoạch …", "Trong quá trình thực hiện, nếu có vướng mắc …": closes a document, orders nothing new. */
    static boolean isFormula(Node node) {
        if (ClosingFormulas.closesDecision(node.lower())) return true;
        if (node.marker() instanceof Marker marker && marker.isNumbered()) return false;
        return ClosingFormulas.opens(node.lower()) || node.marker() == null && ClosingFormulas.appeals(node.lower());
    }
}
