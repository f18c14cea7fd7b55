package vn.binhdang.organisation.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitEventId;
import vn.binhdang.organisation.UnitKind;

/** A tree of units and events that happen to it one after another, the same for the same seed, beside their model. */
final class RandomHistory {
    static final LocalDate FIRST = LocalDate.of(2015, 1, 1);

    private static final BigDecimal[] SHARES = {
        new BigDecimal("0.5"), new BigDecimal("0.25"), new BigDecimal("0.333333"), new BigDecimal("0.8")
    };

    final ModelOfUnits model = new ModelOfUnits();
    final UnitId root = UnitId.create();
    final Map<LocalDate, Map<UnitId, UnitId>> parentsOn = new LinkedHashMap<>();
    final Map<LocalDate, Map<UnitId, String>> namesOn = new HashMap<>();
    final List<LocalDate> days = new ArrayList<>();
    LocalDate day = FIRST;
    int undone;

    private final UnitEvents events;
    private final Random random;
    private final List<UnitId> alive = new ArrayList<>();
    private final int keepEvery;
    private int number;

    /** @param keepEvery how many days lie between two whose state is kept for comparison */
    RandomHistory(UnitEvents events, long seed, int keepEvery) {
        this.events = events;
        this.random = new Random(seed);
        this.keepEvery = keepEvery;
    }

    void found(int provinces, int departments, int divisions) {
        var founded = new ArrayList<NewUnit>();
        founded.add(founded(root, UnitKind.GOVERNMENT, null));
        for (int p = 0; p < provinces; p++) {
            var province = founded(UnitId.create(), UnitKind.PROVINCE, root);
            founded.add(province);
            for (int d = 0; d < departments; d++) {
                var department = founded(UnitId.create(), UnitKind.DEPARTMENT, province.id());
                founded.add(department);
                for (int v = 0; v < divisions; v++)
                    founded.add(founded(UnitId.create(), UnitKind.DIVISION, department.id()));
            }
        }
        enter(new UnitChange.Create(founded));
        founded.forEach(this::begun);
        model.firstDayIsOver();
        keep();
    }

    int size() {
        return model.parents.size();
    }

    /** @param sameDay how many of ten events fall on the day of the one before */
    void happen(int number, int sameDay) {
        for (int i = 0; i < number; i++) {
            if (i == 0 || random.nextInt(10) >= sameDay) {
                if (days.size() % keepEvery == 0) keep();
                day = day.plusDays(1 + random.nextInt(4));
                days.add(day);
            }
            happen();
        }
        keep();
    }

    private void happen() {
        switch (random.nextInt(20)) {
            case 0, 1 -> create();
            case 2, 3 -> rename();
            case 4, 5, 6, 7 -> merge();
            case 8, 9, 10 -> consolidate();
            case 11, 12, 13 -> split();
            case 14 -> dissolve();
            default -> move();
        }
    }

    private void create() {
        var unit = founded(UnitId.create(), UnitKind.DIVISION, any());
        if (enter(new UnitChange.Create(unit))) begun(unit);
    }

    private void rename() {
        var unit = any();
        String name = "Tên " + ++number;
        if (enter(new UnitChange.Rename(unit, new Naming(UnitKind.DIVISION, name, null, null))))
            model.names.put(unit, name);
    }

    private void move() {
        var unit = ended();
        var parent = any();
        if (unit == null || model.within(parent, unit) || parent.equals(model.parents.get(unit))) return;
        if (enter(new UnitChange.Move(List.of(unit), parent))) model.parents.put(unit, parent);
    }

    private void merge() {
        var unit = ended();
        var into = any();
        if (unit == null || model.within(into, unit)) return;
        var below = below(unit);
        if (enter(new UnitChange.MergeInto(List.of(unit), into, below)))
            end(unit, Map.of(into, BigDecimal.ONE), into, below);
    }

    private void consolidate() {
        var a = ended();
        var b = ended();
        if (a == null || b == null || a.equals(b)) return;
        var parent = any();
        if (model.within(parent, a) || model.within(parent, b)) return;
        var into = founded(UnitId.create(), UnitKind.DEPARTMENT, parent);
        if (!enter(new UnitChange.Consolidate(List.of(a, b), into, Below.FOLLOW))) return;
        begun(into);
        end(a, Map.of(into.id(), BigDecimal.ONE), into.id(), Below.FOLLOW);
        end(b, Map.of(into.id(), BigDecimal.ONE), into.id(), Below.FOLLOW);
    }

    private void split() {
        var unit = ended();
        var other = any();
        if (unit == null || model.within(other, unit)) return;
        var share = SHARES[random.nextInt(SHARES.length)];
        var rest = BigDecimal.ONE.subtract(share);
        boolean goesOn = random.nextBoolean();
        var founded = founded(UnitId.create(), UnitKind.DIVISION, model.parents.get(unit));
        var parts = goesOn
                ? List.of(new UnitChange.Part(unit, null, share), new UnitChange.Part(founded.id(), founded, rest))
                : List.of(new UnitChange.Part(other, null, share), new UnitChange.Part(founded.id(), founded, rest));
        if (!enter(new UnitChange.Split(unit, parts, Below.FOLLOW))) return;
        begun(founded);
        if (goesOn) model.divide(unit, Map.of(unit, share, founded.id(), rest));
        else {
            var main = share.compareTo(rest) >= 0 ? other : founded.id();
            end(unit, Map.of(other, share, founded.id(), rest), main, Below.FOLLOW);
        }
    }

    private void dissolve() {
        var unit = ended();
        if (unit == null) return;
        var below = below(unit);
        if (enter(new UnitChange.Dissolve(unit, List.of(), below))) end(unit, Map.of(), model.parents.get(unit), below);
    }

    /** Records it; one in ten is taken back at once, and then it is as if it had not been. */
    private boolean enter(UnitChange change) {
        UnitEventId event = events.enter(Reorganisations.actorOf(root), EventFacts.on(day, ""), change);
        if (day.equals(FIRST) || random.nextInt(10) > 0) return true;
        events.undo(Reorganisations.actorOf(root), event);
        undone++;
        return false;
    }

    private NewUnit founded(UnitId id, UnitKind kind, UnitId parent) {
        return new NewUnit(id, new Naming(kind, "Đơn vị " + ++number, null, null), parent, 0, List.of(), List.of());
    }

    private void begun(NewUnit unit) {
        model.begin(unit.id(), unit.naming().name(), unit.parent());
        if (!unit.id().equals(root)) alive.add(unit.id());
        else alive.addFirst(root);
        if (!day.equals(FIRST)) young.put(unit.id(), day);
    }

    private void end(UnitId unit, Map<UnitId, BigDecimal> parts, UnitId home, Below below) {
        model.end(unit, parts, home, below);
        alive.removeIf(id -> !model.parents.containsKey(id));
    }

    private final Map<UnitId, LocalDate> young = new HashMap<>();

    private UnitId any() {
        return alive.get(random.nextInt(alive.size()));
    }

    /** One that may end or move: not the root, and not begun on this very day, nor anything below it. */
    private UnitId ended() {
        for (int tries = 0; tries < 20; tries++) {
            var unit = any();
            boolean newBelow = young.entrySet().stream()
                    .anyMatch(entry -> entry.getValue().equals(day)
                            && model.parents.containsKey(entry.getKey())
                            && model.within(entry.getKey(), unit));
            if (!unit.equals(root) && !newBelow) return unit;
        }
        return null;
    }

    /** Whole subtrees end now and then, small ones only, or soon nothing would be left. */
    private Below below(UnitId unit) {
        return random.nextInt(4) == 0 && model.allBelow(unit).size() < 4 ? Below.END : Below.FOLLOW;
    }

    private void keep() {
        parentsOn.put(day, new HashMap<>(model.parents));
        namesOn.put(day, new HashMap<>(model.names));
    }
}
