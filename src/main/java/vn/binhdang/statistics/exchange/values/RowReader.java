package vn.binhdang.statistics.exchange.values;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads rows one after another, whatever they are written in. */
interface RowReader {
    /** What is wrong with the writing of a row: a key of the messages and what it is about. */
    record Fault(String key, Object... about) {
        /** Of a document that could not be read on: where, then what. */
        static Fault of(vn.binhdang.statistics.exchange.format.Fault wrong) {
            return new Fault(
                    wrong.messageKey(),
                    Stream.concat(Stream.of(wrong.place().toString()), wrong.arguments().stream())
                            .toArray());
        }
    }

    /**
     * Reads the next row into the one that is given.
     * @return false at the end
     */
    boolean next(ValueRow into) throws IOException;

    /** What is wrong with the row that was read last; its fields are not to be used then. */
    Optional<Fault> fault();
}
