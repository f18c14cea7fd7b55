package vn.binhdang.statistics.rollup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhdang.organisation.UnitHistory;
import vn.binhdang.organisation.UnitKind;

/** An invented country: provinces and communes that are founded, moved, merged, split and dissolved on random days. */
final class RandomHistory {
    static final int FIRST_DAY = 18_000;
    static final int LAST_DAY = 20_000;
    private static final int FOR_EVER = 2_932_897;

    private static final class Life {
        private final int level;
        private final int from;
        private int until = FOR_EVER;
        private final TreeMap<Integer, UUID> parents = new TreeMap<>();

        Life(int level, int from) {
            this.level = level;
            this.from = from;
        }
    }

    private record Step(UUID from, UUID to, int day, long no, double share) {}

    private final Random random;
    private final Map<UUID, Life> lives = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final UUID country;
    private long events;
    /** Units that were split, or part of which went elsewhere. */
    final List<UUID> split = new ArrayList<>();
    /** Units into which others went. */
    final List<UUID> merged = new ArrayList<>();

    RandomHistory(long seed) {
        random = new Random(seed);
        country = unit(0, null, FIRST_DAY - 5_000);
        int provinces = 2 + random.nextInt(6);
        for (int p = 0; p < provinces; p++) {
            var province = unit(1, country, FIRST_DAY - 4_000);
            for (int c = random.nextInt(6); c >= 0; c--) unit(2, province, FIRST_DAY - 4_000);
        }
        int happenings = random.nextInt(25);
        int[] days = random.ints(happenings, FIRST_DAY, LAST_DAY).sorted().toArray();
        for (int day : days) happen(day);
    }

    UUID country() {
        return country;
    }

    UnitHistory build() {
        var builder = new UnitHistory.Builder(1);
        var sorted = new TreeMap<UUID, Life>(UUID::compareTo);
        sorted.putAll(lives);
        sorted.forEach((id, life) -> builder.unit(id, life.from, life.until));
        sorted.forEach((id, life) -> {
            var days = new ArrayList<>(life.parents.keySet());
            for (int i = 0; i < days.size(); i++)
                builder.parent(
                        id,
                        life.parents.get(days.get(i)),
                        days.get(i),
                        i + 1 < days.size() ? days.get(i + 1) : life.until);
        });
        sorted.forEach((id, life) -> builder.kind(
                id,
                life.level == 0 ? UnitKind.GOVERNMENT : life.level == 1 ? UnitKind.PROVINCE : UnitKind.COMMUNE,
                life.from));
        steps.forEach(step -> builder.succession(step.from(), step.to(), step.day(), step.no(), step.share()));
        return builder.build();
    }

    private UUID unit(int level, @Nullable UUID parent, int day) {
        var id = new UUID(random.nextLong() & Long.MAX_VALUE, random.nextLong() & Long.MAX_VALUE);
        var life = new Life(level, day);
        lives.put(id, life);
        if (parent != null) life.parents.put(day, parent);
        return id;
    }

    private List<UUID> living(int level, int day) {
        return lives.entrySet().stream()
                .filter(e -> e.getValue().level == level && e.getValue().from < day && day < e.getValue().until)
                .map(Map.Entry::getKey)
                .toList();
    }

    private UUID any(List<UUID> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void happen(int day) {
        long no = ++events;
        int level = 1 + random.nextInt(2);
        var living = living(level, day);
        if (living.size() < 2) return;
        var one = any(living);
        var other = any(living);
        switch (random.nextInt(6)) {
            case 0 -> unit(2, any(living(1, day)), day);
            case 1 -> {
                if (level == 2) lives.get(one).parents.put(day, any(living(1, day)));
            }
            case 2 -> {
                if (!one.equals(other)) end(one, other, day, no);
            }
            case 3 -> {
                if (one.equals(other)) return;
                var both = unit(level, parent(one), day);
                end(one, both, day, no);
                end(other, both, day, no);
            }
            case 4 -> {
                var part = unit(level, parent(one), day);
                double share = (1 + random.nextInt(9)) / 10.0;
                steps.add(new Step(one, part, day, no, share));
                steps.add(new Step(one, one, day, no, 1 - share));
                split.add(one);
            }
            default -> {
                if (level == 2) {
                    lives.get(one).until = day; // without heirs
                    merged.add(parent(one));
                }
            }
        }
    }

    private UUID parent(UUID unit) {
        return lives.get(unit).parents.lastEntry().getValue();
    }

    private void end(UUID unit, UUID heir, int day, long no) {
        lives.get(unit).until = day;
        steps.add(new Step(unit, heir, day, no, 1));
        merged.add(heir);
        lives.forEach((id, life) -> {
            if (life.level == 2
                    && life.until > day
                    && life.parents.lastEntry().getValue().equals(unit)) life.parents.put(day, heir);
        });
    }
}
