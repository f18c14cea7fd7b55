package vn.binhdang.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * What one pass costs the processor. CPU time of the whole process is taken, so that other work on the machine does not
 * count, while threads, collection of garbage and compilation of this work do.
 */
final class Measure {
    interface Pass {
        void run() throws Exception;
    }

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final double NANOS = 1e9;
    private static final double WARM_SECONDS = 6;
    private static final int ROUNDS = 9;
    private static final double SHORTEST_ROUND = 0.4;

    private Measure() {}

    /** Median CPU seconds of one pass of each, measured in turns after both have run warm. */
    static double[] sideBySide(Pass ours, Pass theirs) throws Exception {
        int ourTimes = warm(ours);
        int theirTimes = warm(theirs);
        double[] our = new double[ROUNDS];
        double[] their = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            our[i] = cpu(ours, ourTimes) / ourTimes;
            their[i] = cpu(theirs, theirTimes) / theirTimes;
        }
        return new double[] {median(our), median(their)};
    }

    /** Runs until the compiler has seen enough; answers how many passes fill a round. */
    private static int warm(Pass pass) throws Exception {
        double spent = 0;
        double last = 0;
        while (spent < WARM_SECONDS) {
            last = cpu(pass, 1);
            spent += last;
        }
        return Math.max(1, (int) Math.ceil(SHORTEST_ROUND / Math.max(last, 1e-4)));
    }

    private static double cpu(Pass pass, int times) throws Exception {
        long before = PROCESS.getProcessCpuTime();
        for (int i = 0; i < times; i++) pass.run();
        return (PROCESS.getProcessCpuTime() - before) / NANOS;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
