package vn.binhdang.statistics.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.binhdang.statistics.exchange.format.DataCube;

/**
 * Gives what may be seen by everybody. Whoever implements it answers for that: every cell is safe to publish, beside every other
 * cell of every other data set.
 */
public interface OpenDataSource {

    /** Everything that is published now, the newest first. */
    List<OpenDataset> published();

    /** @return empty when no such data set is published, whatever else may have that id */
    Optional<DataCube> cube(String id);

    /** @return since when a data set that was published is not any more; empty for all others */
    default Optional<LocalDate> withdrawn(String id) {
        return Optional.empty();
    }
}
