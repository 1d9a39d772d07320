package org.conjoint.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Steps by many threads at once, for a while. */
final class Shifts {
    private Shifts() {}

    /**
     * What was done.
     *
     * @param elapsedSeconds how long the threads took together
     * @param steps how long each step took, in nanoseconds, sorted
     */
    record Done(double elapsedSeconds, long[] steps) {
        double perSecond() {
            return steps.length / elapsedSeconds;
        }

        double millis(double quantile) {
            return Shifts.millis(steps, quantile);
        }
    }

    /** One thing done by one thread. */
    interface Step {
        void run() throws Exception;
    }

    /** What a thread does, by its number from 0. */
    interface Steps {
        Step of(int thread) throws Exception;
    }

    static Done work(int threads, int seconds, Steps steps) throws Exception {
        var shifts = new ArrayList<Callable<long[]>>();
        var begin = System.nanoTime();
        var end = begin + seconds * 1_000_000_000L;
        for (var thread = 0; thread < threads; thread++) {
            var step = steps.of(thread);
            shifts.add(() -> {
                var times = new long[1024];
                var count = 0;
                for (var now = System.nanoTime(); now < end; ) {
                    step.run();
                    var after = System.nanoTime();
                    times = count == times.length ? Arrays.copyOf(times, count * 2) : times;
                    times[count++] = after - now;
                    now = after;
                }
                return Arrays.copyOf(times, count);
            });
        }
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var all = new ArrayList<long[]>();
            for (var shift : pool.invokeAll(shifts)) {
                all.add(shift.get());
            }
            var sorted = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Done((System.nanoTime() - begin) / 1e9, sorted);
        }
    }

    /** A quantile of sorted nanoseconds, in milliseconds; 0 when there are none. */
    static double millis(long[] sorted, double quantile) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * quantile)] / 1e6;
    }
}
