package vn.binhdang.statistics.exchange.format;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A table of any number of dimensions, time always the last, with cells that are read as a stream: they may come from a query
 * and are many. The order is that of the dimensions; cells that are not given are absent (not even "missing").
 */
public final class DataCube {

    private final Dataset dataset;
    private final List<Dimension> dimensions;
    private final Cells cells;
    private final long[] strides;
    private final long size;

    /** Gives the cells in ascending order, the same ones each time it is asked. */
    public interface Cells {
        void each(Sink sink) throws IOException;
    }

    /** Takes one cell. */
    public interface Sink {
        void take(Observation observation) throws IOException;
    }

    public DataCube(Dataset dataset, List<Dimension> dimensions, Cells cells) {
        this.dataset = dataset;
        this.dimensions = List.copyOf(dimensions);
        this.cells = cells;
        if (dimensions.isEmpty() || dimensions.getLast().role() != Dimension.Role.TIME)
            throw new IllegalArgumentException("time has to be the last dimension");
        if (dimensions.stream().map(Dimension::id).distinct().count() != dimensions.size())
            throw new IllegalArgumentException("two dimensions of one name");
        if (dimensions.stream().filter(d -> d.role() == Dimension.Role.METRIC).count() > 1)
            throw new IllegalArgumentException("two dimensions that say what is measured");
        strides = new long[dimensions.size()];
        long step = 1;
        for (int i = dimensions.size() - 1; i >= 0; i--) {
            strides[i] = step;
            step = Math.multiplyExact(step, (long) dimensions.get(i).size());
        }
        size = step;
    }

    public static DataCube of(Dataset dataset, List<Dimension> dimensions, List<Observation> cells) {
        List<Observation> kept = List.copyOf(cells);
        return new DataCube(dataset, dimensions, sink -> {
            for (Observation cell : kept) sink.take(cell);
        });
    }

    /** The same figures under another address. */
    public DataCube at(java.net.URI home) {
        return new DataCube(dataset.at(home), dimensions, cells);
    }

    public Dataset dataset() {
        return dataset;
    }

    public List<Dimension> dimensions() {
        return dimensions;
    }

    public Dimension time() {
        return dimensions.getLast();
    }

    public Optional<Dimension> metric() {
        return dimensions.stream()
                .filter(d -> d.role() == Dimension.Role.METRIC)
                .findFirst();
    }

    /** Cells that there would be if none was absent. */
    public long size() {
        return size;
    }

    /** The place of a cell. @param categories one code for each dimension, in their order */
    public long cell(String... categories) {
        if (categories.length != dimensions.size()) throw new IllegalArgumentException(Arrays.toString(categories));
        long cell = 0;
        for (int i = 0; i < categories.length; i++) cell += strides[i] * position(dimensions.get(i), categories[i]);
        return cell;
    }

    private static int position(Dimension dimension, String code) {
        for (int i = 0; i < dimension.size(); i++)
            if (dimension.categories().get(i).code().equals(code)) return i;
        throw new NoSuchElementException(code + " in " + dimension.id());
    }

    /** Where in that dimension the cell lies, counted from 0. */
    public int position(long cell, int dimension) {
        return (int) (cell / strides[dimension] % dimensions.get(dimension).size());
    }

    public Category category(long cell, int dimension) {
        return dimensions.get(dimension).categories().get(position(cell, dimension));
    }

    /** Every cell in order; one that comes twice or too late would be another one for whoever counts places. */
    public void each(Sink sink) throws IOException {
        long[] last = {-1};
        cells.each(cell -> {
            if (cell.cell() <= last[0] || cell.cell() >= size)
                throw new IllegalStateException("cell %d after %d of %d".formatted(cell.cell(), last[0], size));
            last[0] = cell.cell();
            sink.take(cell);
        });
    }
}
