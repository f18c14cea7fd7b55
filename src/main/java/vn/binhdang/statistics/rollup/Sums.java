package vn.binhdang.statistics.rollup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitHistory;
import vn.binhdang.statistics.Catalogues;
import vn.binhdang.statistics.Cells;
import vn.binhdang.statistics.FormId;
import vn.binhdang.statistics.FormShape;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.SumCells;
import vn.binhdang.statistics.Window;

/**
 * Keeps the sums of all units that have others below them. A submission that begins or ceases to count changes the sums of
 * every unit above it in the same transaction, so that the next page shows it. A change of the map that reaches back into a
 * window is noticed by its number and the sums of that window are made anew before anybody reads them.
 */
@Component
public class Sums {
    /**
     * What became of the answer of one unit.
     * @param before what counted until now; null when nothing did
     * @param after what counts from now on; null when nothing does
     */
    public record Change(
            UnitId unit, @Nullable Cells before, @Nullable Cells after) {}

    private static final class Delta {
        private final SumCells cells = new SumCells(0);
        private int reported;
    }

    private final JdbcClient jdbc;
    private final Trees trees;
    private final Catalogues catalogues;
    private final TransactionTemplate own;

    Sums(JdbcClient jdbc, Trees trees, Catalogues catalogues, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.trees = trees;
        this.catalogues = catalogues;
        own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(Propagation.REQUIRES_NEW.value());
    }

    /** Everything that became of the answers in one form for one period. */
    public record Changes(FormShape form, ReportingPeriod period, Collection<Change> changes) {}

    /**
     * In the transaction that makes them count, once, after all of their rows were written: when the map has changed since,
     * sums are made anew from the rows as they stand, these changes among them.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void apply(Collection<Changes> all) {
        var made = lockCurrent();
        var history = made.history();
        var ordered = all.stream()
                .filter(changes -> !made.anew().contains(changes.form().window(changes.period())))
                .sorted(Comparator.comparing((Changes changes) -> changes.form().code())
                        .thenComparing(changes -> PeriodCode.number(changes.period())))
                .toList();
        for (var changes : ordered) {
            var window = changes.form().window(changes.period());
            int period = PeriodCode.number(changes.period());
            lock(
                    "pg_advisory_xact_lock(hashtextextended(:key, 0))",
                    "statistics.sums " + changes.form().id() + " " + period);
            var tree = trees.of(history, window);
            remember(window, tree);
            write(changes.form().id(), period, changes.form().slots().size(), deltas(tree, changes.changes()), history);
        }
    }

    /** To be called before sums are read; costs two looks at one row while the map has not changed. */
    public UnitHistory current() {
        var history = trees.history();
        if (seen() == history.no()) return history;
        own.executeWithoutResult(_ -> lockCurrent());
        return trees.history();
    }

    private static Map<Integer, Delta> deltas(PeriodTree tree, Collection<Change> changes) {
        var deltas = new HashMap<Integer, Delta>();
        for (var change : changes) {
            int unit = tree.history().number(change.unit());
            if (unit == UnitHistory.NONE || !tree.has(unit))
                throw new IllegalStateException(
                        "a submission of a unit that the window does not know: " + change.unit());
            int reported = (change.after() == null ? 0 : 1) - (change.before() == null ? 0 : 1);
            for (int above = unit; above != UnitHistory.NONE; above = tree.parent(above)) {
                if (!tree.hasBelow(above)) continue;
                var delta = deltas.computeIfAbsent(above, _ -> new Delta());
                if (change.before() != null) delta.cells.subtract(change.before());
                if (change.after() != null) delta.cells.add(change.after());
                delta.reported += reported;
            }
        }
        return deltas;
    }

    private void write(FormId form, int period, int slots, Map<Integer, Delta> deltas, UnitHistory history) {
        if (deltas.isEmpty()) return;
        var byId = new TreeMap<UUID, Delta>();
        deltas.forEach((unit, delta) -> byId.put(history.id(unit), delta));
        var ids = byId.keySet().toArray(UUID[]::new);
        jdbc.sql("""
            select unit_id, cells, reported from stat_sum
            where  form_id = :form and period = :period and unit_id = any (:ids)
            """)
                .param("form", form.value())
                .param("period", period)
                .param("ids", ids)
                .query(rs -> {
                    var delta = java.util.Objects.requireNonNull(byId.get(rs.getObject("unit_id", UUID.class)));
                    delta.cells.add(SumCells.unpack(rs.getBytes("cells"), slots));
                    delta.reported += rs.getInt("reported");
                });
        jdbc.sql("""
            insert into stat_sum (form_id, period, unit_id, cells, reported)
            select :form, :period, s.unit_id, s.cells, s.reported
            from   unnest(:ids, cast(:cells as bytea[]), cast(:reported as int[])) s (unit_id, cells, reported)
            on conflict (form_id, period, unit_id) do update set cells = excluded.cells, reported = excluded.reported
            """)
                .param("form", form.value())
                .param("period", period)
                .param("ids", ids)
                .param(
                        "cells",
                        byId.values().stream().map(delta -> delta.cells.pack()).toArray(byte[][]::new))
                .param(
                        "reported",
                        byId.values().stream().map(delta -> delta.reported).toArray(Integer[]::new))
                .update();
    }

    /** @param anew windows whose sums were made anew in this transaction just now */
    private record Made(UnitHistory history, Set<Window> anew) {}

    /** From here to the end of the transaction the sums are those of the map as it is now. */
    private Made lockCurrent() {
        var history = trees.history();
        if (seen() == history.no()) {
            lock("pg_advisory_xact_lock_shared(hashtext(:key))", "statistics.sums");
            history = trees.history();
            if (seen() == history.no()) return new Made(history, Set.of());
        }
        lock("pg_advisory_xact_lock(hashtext(:key))", "statistics.sums");
        history = trees.history();
        return new Made(history, seen() == history.no() ? Set.of() : rederive(history));
    }

    private void lock(String function, String key) {
        jdbc.sql("select " + function).param("key", key).query().singleRow();
    }

    private long seen() {
        return jdbc.sql("select no from stat_sum_map").query(Long.class).single();
    }

    private void remember(Window window, PeriodTree tree) {
        jdbc.sql("insert into stat_sum_tree values (:from, :until, :fingerprint) on conflict do nothing")
                .param("from", window.from())
                .param("until", window.until())
                .param("fingerprint", tree.fingerprint())
                .update();
    }

    private Set<Window> rederive(UnitHistory history) {
        var changed = changedWindows(history);
        if (!changed.isEmpty()) for (var form : catalogues.current().forms()) rederive(form.shape(), changed, history);
        jdbc.sql("update stat_sum_map set no = :no").param("no", history.no()).update();
        return changed;
    }

    private Set<Window> changedWindows(UnitHistory history) {
        record Known(LocalDate windowFrom, LocalDate windowUntil, byte[] fingerprint) {}
        var changed = new HashSet<Window>();
        for (var known : jdbc.sql("select window_from, window_until, fingerprint from stat_sum_tree")
                .query(Known.class)
                .list()) {
            var window = new Window(known.windowFrom(), known.windowUntil());
            var fingerprint = trees.of(history, window).fingerprint();
            if (Arrays.equals(fingerprint, known.fingerprint())) continue;
            changed.add(window);
            jdbc.sql("update stat_sum_tree set fingerprint = :now where window_from = :from and window_until = :until")
                    .param("now", fingerprint)
                    .param("from", window.from())
                    .param("until", window.until())
                    .update();
        }
        return changed;
    }

    private void rederive(FormShape form, Set<Window> changed, UnitHistory history) {
        var periods = jdbc.sql(
                        "select distinct period from stat_submission where form_id = :form and state = 'ACCEPTED'")
                .param("form", form.id().value())
                .query(Integer.class)
                .list();
        for (int period : periods) {
            var window = form.window(PeriodCode.of(period));
            if (!changed.contains(window)) continue;
            jdbc.sql("delete from stat_sum where form_id = :form and period = :period")
                    .param("form", form.id().value())
                    .param("period", period)
                    .update();
            List<Change> counting = new ArrayList<>();
            jdbc.sql("""
                select unit_id, cells from stat_submission
                where  form_id = :form and period = :period and state = 'ACCEPTED'
                """)
                    .param("form", form.id().value())
                    .param("period", period)
                    .query(rs -> {
                        counting.add(new Change(
                                new UnitId(rs.getObject("unit_id", UUID.class)),
                                null,
                                Cells.unpack(rs.getBytes("cells"), form.slots().size())));
                    });
            write(form.id(), period, form.slots().size(), deltas(trees.of(history, window), counting), history);
        }
    }
}
