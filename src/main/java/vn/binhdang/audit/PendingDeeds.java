package vn.binhdang.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The deeds of one transaction, written with its commit. The end of a chain is locked by whoever appends: taken in the
 * middle of a deed, the lock would make everybody of the agency wait for the rest of it, and two deeds that want each
 * other's rows would wait for ever.
 */
final class PendingDeeds implements TransactionSynchronization {
    private final Object key;
    private final Predicate<List<DeedRow>> commit;
    private final Runnable waiting;
    private final List<DeedRow> deeds = new ArrayList<>();
    private final Map<Object, Integer> savepoints = new HashMap<>();
    private boolean committed;
    private boolean onTheWayToDisk;

    private PendingDeeds(Object key, Predicate<List<DeedRow>> commit, Runnable waiting) {
        this.key = key;
        this.commit = commit;
        this.waiting = waiting;
    }

    /**
     * Those of the transaction that runs now.
     * @param commit writes the deeds and commits; says whether the disk has still to be waited for
     * @param waiting for the disk, once the transaction is committed and the chain is free again
     */
    static PendingDeeds ofTransaction(Object key, Predicate<List<DeedRow>> commit, Runnable waiting) {
        if (TransactionSynchronizationManager.getResource(key) instanceof PendingDeeds known) return known;
        var pending = new PendingDeeds(key, commit, waiting);
        TransactionSynchronizationManager.bindResource(key, pending);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    void add(DeedRow deed) {
        if (committed) throw new IllegalStateException("a deed after the commit: " + deed.action());
        deeds.add(deed);
    }

    /** After all others that want to write before the commit: this one is the commit. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        if (deeds.isEmpty()) return;
        committed = true;
        onTheWayToDisk = commit.test(List.copyOf(deeds));
    }

    @Override
    public void afterCommit() {
        if (onTheWayToDisk) waiting.run();
    }

    @Override
    public void beforeCompletion() {
        TransactionSynchronizationManager.unbindResource(key);
    }

    /** A transaction inside this one has deeds of its own. */
    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(key);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(key, this);
    }

    @Override
    public void savepoint(Object savepoint) {
        savepoints.put(savepoint, deeds.size());
    }

    @Override
    public void savepointRollback(Object savepoint) {
        int kept = savepoints.getOrDefault(savepoint, 0);
        deeds.subList(kept, deeds.size()).clear();
    }
}
