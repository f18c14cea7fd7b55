package vn.binhdang.statistics.disclosure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Withholds cells of tables so that no need is broken, at little loss. First a good choice ({@link Spread}); then, for
 * each group of cells that hang together and is not too large, the best one ({@link ExactSearch}) as far as time
 * allows. What comes out is always proven safe; whether it is the best is said in the proof.
 *
 * @param limit time for the search; the result depends on it only where it runs out
 * @param seed orders what is equally good
 * @param exactUpTo groups with more cells to choose from are left to the first way
 */
public record Suppression(Duration limit, long seed, int exactUpTo) {

    public static Suppression ordinary() {
        return new Suppression(Duration.ofSeconds(20), 1, 400);
    }

    /** @throws CannotBeProtected when too much is known already */
    public SafeTables protect(Tables tables) {
        long until = System.nanoTime() + limit.toNanos();
        Grid grid = new Grid(tables);
        Attack attack = new Attack(grid);
        Spread spread = new Spread(grid, attack);
        int[] needy = grid.needy();
        boolean[] hidden = grid.mustBeHidden();
        List<String> exposed = new ArrayList<>();
        for (int cell : inOrder(grid, needy)) if (!spread.protect(hidden, cell)) exposed.add(grid.keys[cell]);
        if (!exposed.isEmpty()) throw new CannotBeProtected(exposed);
        Attack.@Nullable Held[] held = held(grid, attack, needy, hidden);
        spread.showAgain(hidden, held, needy, heaviestFirst(grid), until);
        Found found = improved(grid, attack, hidden, until);
        held = held(grid, attack, needy, hidden);
        spread.showAgain(hidden, held, needy, heaviestFirst(grid), until);
        return result(tables, grid, hidden, held, found);
    }

    private record Found(long bound, boolean all) {}

    private Found improved(Grid grid, Attack attack, boolean[] hidden, long until) {
        boolean[] must = grid.mustBeHidden();
        int[] group = grid.components();
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        for (int c = 0; c < grid.size; c++)
            if (grid.offered[c] || grid.unseen[c])
                groups.computeIfAbsent(group[c], any -> new ArrayList<>()).add(c);
        long bound = 0;
        boolean all = true;
        for (List<Integer> members : groups.values()) {
            int[] cells = members.stream().mapToInt(c -> c).toArray();
            if (Arrays.stream(cells).noneMatch(c -> grid.needs[c] != null)) continue;
            long loss = Arrays.stream(cells)
                    .filter(c -> hidden[c] && !must[c])
                    .mapToLong(c -> grid.weights[c])
                    .sum();
            if (loss == 0) continue;
            if (Arrays.stream(cells).filter(c -> grid.offered[c] && !must[c]).count() > exactUpTo) {
                all = false;
                continue;
            }
            ExactSearch.Answer answer = new ExactSearch(grid, attack, cells).search(loss, until);
            bound += answer.bound();
            all &= answer.best();
            boolean[] better = answer.hidden();
            if (better != null) for (int c : cells) hidden[c] = better[c];
        }
        return new Found(bound, all);
    }

    private static Attack.@Nullable Held[] held(Grid grid, Attack attack, int[] needy, boolean[] hidden) {
        Attack.@Nullable Held[] held = new Attack.Held[grid.size];
        for (int cell : needy) {
            held[cell] = attack.held(hidden, cell);
            if (held[cell] == null) throw new IllegalStateException("a choice that was safe is not");
        }
        return held;
    }

    /** The neediest first: what protects them protects many. */
    private List<Integer> inOrder(Grid grid, int[] cells) {
        List<Integer> order = new ArrayList<>(Arrays.stream(cells).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        order.sort(Comparator.comparingLong((Integer c) -> {
                    Need need = java.util.Objects.requireNonNull(grid.needs[c]);
                    return Math.max(need.up() + need.down(), need.width());
                })
                .reversed());
        return order;
    }

    private List<Integer> heaviestFirst(Grid grid) {
        List<Integer> order = new ArrayList<>();
        for (int c = 0; c < grid.size; c++) if (grid.offered[c]) order.add(c);
        Collections.shuffle(order, new Random(seed));
        order.sort(Comparator.comparingLong((Integer c) -> grid.weights[c]).reversed());
        return order;
    }

    private SafeTables result(Tables tables, Grid grid, boolean[] hidden, Attack.@Nullable Held[] held, Found found) {
        boolean[] must = grid.mustBeHidden();
        Map<String, Outcome> outcomes = new TreeMap<>();
        long loss = 0;
        for (int c = 0; c < grid.size; c++) {
            Outcome.Kind kind = grid.unseen[c]
                    ? Outcome.Kind.UNSEEN
                    : !hidden[c] ? Outcome.Kind.SHOWN : must[c] ? Outcome.Kind.PRIMARY : Outcome.Kind.COMPLEMENTARY;
            outcomes.put(grid.keys[c], new Outcome(kind, kind == Outcome.Kind.SHOWN ? grid.values[c] : 0));
            if (kind == Outcome.Kind.COMPLEMENTARY) loss += grid.weights[c];
        }
        Map<Move, Integer> moves = new LinkedHashMap<>();
        for (Attack.Held one : held) {
            if (one == null) continue;
            if (one.low() != null) moves.putIfAbsent(one.low(), moves.size());
            if (one.high() != null) moves.putIfAbsent(one.high(), moves.size());
        }
        Map<String, Proof.Interval> intervals = new HashMap<>();
        for (int c = 0; c < grid.size; c++) {
            if (!hidden[c] || grid.unseen[c] && grid.needs[c] == null) continue;
            intervals.put(grid.keys[c], interval(grid, c, moves));
        }
        Proof proof = new Proof(
                tables.sha256(),
                grid.size,
                tables.relations().size(),
                Programme.SOLVER,
                found.all() ? "exact" : "heuristic",
                loss,
                found.all() ? loss : Math.min(loss, found.bound()),
                seed,
                0,
                0,
                intervals,
                moves.keySet().stream().map(move -> move.named(grid)).toList());
        return new SafeTables(outcomes, proof);
    }

    private static Proof.Interval interval(Grid grid, int cell, Map<Move, Integer> moves) {
        long low = 0;
        long high = 0;
        int lowMove = -1;
        int highMove = -1;
        for (var one : moves.entrySet()) {
            long by = one.getKey().of(cell);
            if (by < low) {
                low = by;
                lowMove = one.getValue();
            }
            if (by > high) {
                high = by;
                highMove = one.getValue();
            }
        }
        return new Proof.Interval(grid.values[cell] + low, grid.values[cell] + high, lowMove, highMove);
    }
}
