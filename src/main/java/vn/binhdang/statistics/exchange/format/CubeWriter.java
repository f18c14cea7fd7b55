package vn.binhdang.statistics.exchange.format;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a cube in one format while its cells stream by; leaves the stream open. */
public interface CubeWriter {
    void write(DataCube cube, OutputStream out) throws IOException;
}
