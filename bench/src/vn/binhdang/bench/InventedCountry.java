package vn.binhdang.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A country with 63 provinces, their departments, districts, communes and schools, and what happens to it in ten years:
 * every year some units are renamed, moved, merged and founded, and on 01/7/2025 provinces are merged, districts end and
 * communes become a third. The same for the same seed. Rows are kept as tab-separated lines for COPY.
 */
final class InventedCountry {
    static final LocalDate FIRST = LocalDate.of(2016, 1, 1);
    static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    static final LocalDate LAST = LocalDate.of(2026, 1, 1);

    private static final int PROVINCES = 63;

    final StringBuilder units = new StringBuilder();
    final StringBuilder names = new StringBuilder();
    final StringBuilder parents = new StringBuilder();
    final StringBuilder codes = new StringBuilder();
    final List<UUID> ids = new ArrayList<>();
    final List<UUID> provinces = new ArrayList<>();
    final UUID root;
    int events;

    private final Random random;
    private final List<Node> alive = new ArrayList<>();
    private int number;

    private static final class Node {
        final UUID id;
        final String kind;
        final LocalDate from;
        String name;
        LocalDate namedFrom;

        @Nullable
        Node parent;

        LocalDate placedFrom;
        boolean ended;

        Node(UUID id, String kind, String name, @Nullable Node parent, LocalDate from) {
            this.id = id;
            this.kind = kind;
            this.name = name;
            this.parent = parent;
            this.from = from;
            namedFrom = from;
            placedFrom = from;
        }
    }

    InventedCountry(long seed, int size) {
        random = new Random(seed);
        var country = begin("GOVERNMENT", "Chính phủ", null, FIRST);
        root = country.id;
        for (int p = 0; p < PROVINCES; p++) {
            var province = begin("PROVINCE", "Tỉnh " + word(p), country, FIRST);
            provinces.add(province.id);
            codes.append(province.id).append("\tADMINISTRATIVE\t%02d\t%s\t%s%n".formatted(p + 10, FIRST, REFORM));
            for (int d = 0; d < 15; d++) {
                var department = begin("DEPARTMENT", "Sở " + word(d), province, FIRST);
                for (int v = 0; v < 9; v++) begin("DIVISION", "Phòng " + word(v), department, FIRST);
            }
            // A fifth more than asked for, since the reform leaves fewer.
            int communes = (size * 6 / 5 / PROVINCES - 147) / 4;
            Node district = null;
            for (int c = 0; c < communes; c++) {
                if (district == null || c % 15 == 0) district = begin("DISTRICT", "Huyện " + word(c), province, FIRST);
                var commune = begin("COMMUNE", "Xã " + word(c), district, FIRST);
                begin("SCHOOL", "Trường Tiểu học " + word(c), commune, FIRST);
                begin("SCHOOL", "Trường Trung học cơ sở " + word(c), commune, FIRST);
                begin("HOSPITAL", "Trạm Y tế " + word(c), commune, FIRST);
            }
        }
        for (var day = FIRST.plusMonths(1); day.isBefore(LAST); day = day.plusMonths(1)) {
            if (day.equals(REFORM)) reform(country, day);
            else month(day);
        }
        for (var node : new ArrayList<>(alive)) close(node, null);
    }

    int living() {
        return alive.size();
    }

    /** About one unit in two hundred is renamed or moved every month, and one in a thousand merges; as many are founded. */
    private void month(LocalDate day) {
        int changes = alive.size() / 200;
        for (int i = 0; i < changes; i++) {
            var node = alive.get(1 + random.nextInt(alive.size() - 1));
            if (node.ended || node.kind.equals("PROVINCE") || !node.namedFrom.isBefore(day)) continue;
            events++;
            if (i % 2 == 0) name(node, node.name + " " + random.nextInt(9), day);
            else if (node.parent != null && node.placedFrom.isBefore(day)) {
                var parent = sibling(node.parent);
                if (parent != null) place(node, parent, day);
            }
            if (i % 10 == 0) begin(node.kind, node.kind + " " + ++number, node.parent, day);
            if (i % 5 == 0 && node.kind.equals("SCHOOL") && node.from.isBefore(day)) end(node, day);
        }
        alive.removeIf(node -> node.ended);
    }

    private void reform(Node country, LocalDate day) {
        var byKind = new HashMap<String, List<Node>>();
        for (var node : alive)
            byKind.computeIfAbsent(node.kind, _ -> new ArrayList<>()).add(node);
        Map<Node, Node> successor = new HashMap<>();
        var old = byKind.get("PROVINCE");
        for (int i = 0; i < old.size(); i++) {
            var merged = i % 2 == 0 ? begin("PROVINCE", old.get(i).name, country, day) : successor.get(old.get(i - 1));
            successor.put(old.get(i), merged);
            if (i % 2 == 0) {
                provinces.add(merged.id);
                codes.append(merged.id).append("\tADMINISTRATIVE\t%02d\t%s\t\\N%n".formatted(i + 10, day));
            }
        }
        var communes = byKind.get("COMMUNE");
        for (int i = 0; i < communes.size(); i++) {
            var commune = communes.get(i);
            var province = commune.parent;
            while (province != null && !province.kind.equals("PROVINCE")) province = province.parent;
            var merged = i % 3 == 0 || successor.get(communes.get(i - 1)) == null
                    ? begin("COMMUNE", commune.name, successor.getOrDefault(province, province), day)
                    : successor.get(communes.get(i - 1));
            successor.put(commune, merged);
        }
        for (var node : new ArrayList<>(alive))
            if (node.from.isBefore(day)
                    && successor.containsKey(node.parent)
                    && !successor.containsKey(node)
                    && !node.kind.equals("DISTRICT")) place(node, successor.get(node.parent), day);
        for (var node : successor.keySet()) end(node, day);
        for (var node : byKind.get("DISTRICT")) end(node, day);
        events += successor.size();
        alive.removeIf(node -> node.ended);
    }

    private @Nullable Node sibling(Node parent) {
        for (int tries = 0; tries < 30; tries++) {
            var other = alive.get(random.nextInt(alive.size()));
            if (!other.ended && other.kind.equals(parent.kind) && other != parent) return other;
        }
        return null;
    }

    private Node begin(String kind, String name, @Nullable Node parent, LocalDate from) {
        var node = new Node(
                new UUID(random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x7000L, random.nextLong()),
                kind,
                name,
                parent,
                from);
        ids.add(node.id);
        alive.add(node);
        return node;
    }

    private void name(Node node, String name, LocalDate day) {
        nameRow(node, day);
        node.name = name;
        node.namedFrom = day;
    }

    private void place(Node node, Node parent, LocalDate day) {
        parentRow(node, day);
        node.parent = parent;
        node.placedFrom = day;
    }

    private void end(Node node, LocalDate day) {
        node.ended = true;
        close(node, day);
    }

    private void close(Node node, @Nullable LocalDate day) {
        units.append("%s\t%s\t%s%n".formatted(node.id, node.from, day == null ? "\\N" : day));
        nameRow(node, day);
        parentRow(node, day);
    }

    private void nameRow(Node node, @Nullable LocalDate to) {
        if (node.namedFrom.equals(to)) return;
        names.append("%s\t%s\t%s\t%s\t%s%n"
                .formatted(node.id, node.kind, node.name, node.namedFrom, to == null ? "\\N" : to));
    }

    private void parentRow(Node node, @Nullable LocalDate to) {
        if (node.parent == null || node.placedFrom.equals(to)) return;
        parents.append("%s\t%s\t%s\t%s%n".formatted(node.id, node.parent.id, node.placedFrom, to == null ? "\\N" : to));
    }

    private String word(int i) {
        String[] first = {"Bình", "Hòa", "Thanh", "Tân", "Vĩnh", "Phú", "An", "Đông", "Quảng", "Lạc"};
        String[] second = {"Giang", "Lam", "Sơn", "Định", "Thủy", "Đức", "Ngọc", "Hải", "Lộc", "Mỹ"};
        return first[i % 10] + " " + second[(i / 10 + random.nextInt(10)) % 10];
    }
}
