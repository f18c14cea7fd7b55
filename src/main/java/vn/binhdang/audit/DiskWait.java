package vn.binhdang.audit;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Waits until the log of the database is on the disk. Whoever comes while somebody waits already goes in the next turn, and
 * all of a turn wait for one write.
 */
final class DiskWait {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition turnOver = lock.newCondition();
    private long asked;
    private long written;
    private boolean writing;

    /** @param write returns when all that was committed before its begin is on the disk */
    void await(Runnable write) {
        long turn;
        lock.lock();
        try {
            turn = ++asked;
            // A deed that is committed has to be waited for, whatever else the thread is asked to do.
            while (written < turn && writing) turnOver.awaitUninterruptibly();
            if (written >= turn) return;
            writing = true;
            turn = asked;
        } finally {
            lock.unlock();
        }
        boolean done = false;
        try {
            write.run();
            done = true;
        } finally {
            lock.lock();
            try {
                writing = false;
                if (done) written = turn;
                turnOver.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    int waiting() {
        lock.lock();
        try {
            return lock.getWaitQueueLength(turnOver);
        } finally {
            lock.unlock();
        }
    }
}
