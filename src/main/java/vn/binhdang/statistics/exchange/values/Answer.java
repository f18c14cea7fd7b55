package vn.binhdang.statistics.exchange.values;

import java.util.List;
import java.util.UUID;

/**
 * What became of a request.
 * @param repeated the same content had been brought before; this is the answer of then
 * @param rows that were read
 * @param taken rows whose value stands now
 * @param unchanged rows whose value stood already
 * @param refused rows that were not taken
 * @param submissions that were begun or changed
 * @param errors the first 1,000
 */
record Answer(
        UUID request,
        boolean repeated,
        long rows,
        long taken,
        long unchanged,
        long refused,
        long submissions,
        List<Error> errors) {
    /** @param row counted from 1 */
    record Error(long row, String code, String message) {}

    Answer asRepeated() {
        return new Answer(request, true, rows, taken, unchanged, refused, submissions, errors);
    }
}
