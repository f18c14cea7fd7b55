package vn.binhdang.statistics.exchange.format;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a cube is called and where it comes from.
 *
 * @param id stands in addresses and in SDMX; letters, digits, - and _
 * @param version of its structure: 1.0.0, by the rules of semantic versioning
 * @param source the words under a table, such as the name of a report
 * @param updated when its figures changed last
 * @param home address of the data set at its publisher
 * @param map day of the map on which it is expressed; absent when each period stands on its own
 */
public record Dataset(
        String id,
        String version,
        Label title,
        Label description,
        Label source,
        Agency agency,
        Instant updated,
        URI home,
        java.time.@Nullable LocalDate map) {

    /** The body that answers for the figures; its id is a name in SDMX: letters, digits, _ and -. */
    public record Agency(String id, Label name) {
        public Agency {
            if (!id.matches("[A-Za-z][A-Za-z0-9_-]*")) throw new IllegalArgumentException("not an agency: " + id);
        }
    }

    public Dataset {
        if (!id.matches("[A-Za-z][A-Za-z0-9_-]*"))
            throw new IllegalArgumentException("not a name for a data set: " + id);
        if (!version.matches("\\d+\\.\\d+\\.\\d+")) throw new IllegalArgumentException("not a version: " + version);
        updated = updated.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The same under another address. */
    public Dataset at(URI home) {
        return new Dataset(id, version, title, description, source, agency, updated, home, map);
    }

    String urn(String kind, String suffix) {
        return "urn:sdmx:org.sdmx.infomodel.%s=%s:%s%s(%s)".formatted(kind, agency.id(), suffix, id, version);
    }

    String dataflowUrn() {
        return urn("datastructure.Dataflow", "");
    }

    String structureUrn() {
        return urn("datastructure.DataStructure", "DSD_");
    }
}
