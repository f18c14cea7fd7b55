package vn.binhdang.statistics.exchange.format;

/** Where in a received document something stands, counted from 1; the column is 0 where it is not known. */
public record Place(int line, int column) {
    @Override
    public String toString() {
        return column > 0 ? line + ":" + column : String.valueOf(line);
    }
}
