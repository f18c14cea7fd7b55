package vn.binhdang.statistics.exchange.format;

import java.io.IOException;
import java.time.Instant;

/** What all messages of SDMX-ML 3.0 have in common. */
final class SdmxMl {

    static final String BASE = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/";
    static final String MESSAGE = BASE + "message";
    static final String STRUCTURE = BASE + "structure";
    static final String COMMON = BASE + "common";
    static final String SPECIFIC = BASE + "data/structurespecific";

    private SdmxMl() {}

    /** The name space of the schema that {@link SdmxMlSchemaWriter} writes. */
    static String dataNamespace(Dataset dataset) {
        return dataset.dataflowUrn() + ":ObsLevelDim:TIME_PERIOD";
    }

    /**
     * Head of a message, left open for what follows the sender. It counts as prepared when its figures changed last: the same
     * figures then give the same bytes, and a reader who has them already need not load them again.
     */
    static void head(XmlOut out, Dataset dataset, String message) throws IOException {
        out.open("mes:Header");
        out.leaf("mes:ID", messageId(dataset, message));
        out.leaf("mes:Test", "false");
        out.leaf("mes:Prepared", dataset.updated().toString());
        out.open("mes:Sender", "id", dataset.agency().id())
                .words("com:Name", dataset.agency().name())
                .close();
        out.words("com:Name", dataset.title());
    }

    static String messageId(Dataset dataset, String message) {
        Instant updated = dataset.updated();
        return dataset.id() + "-" + message + "-" + updated.getEpochSecond();
    }
}
