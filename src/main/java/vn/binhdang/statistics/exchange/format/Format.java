package vn.binhdang.statistics.exchange.format;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The formats on offer: what to write in {@code ?format=}, and the media types that ask for the same. */
public enum Format {
    CSV("csv", "csv", "text/csv;charset=UTF-8"),
    JSON_STAT("json-stat", "json", "application/json", "application/vnd.json-stat+json"),
    SDMX_CSV("sdmx-csv", "csv", "application/vnd.sdmx.data+csv;version=2.0.0"),
    SDMX_JSON("sdmx-json", "json", "application/vnd.sdmx.data+json;version=2.0.0"),
    SDMX_ML("sdmx-ml", "xml", "application/vnd.sdmx.data+xml;version=3.0.0", "application/xml"),
    SDMX_ML_STRUCTURE("sdmx-ml-structure", "xml", "application/vnd.sdmx.structure+xml;version=3.0.0"),
    SDMX_JSON_STRUCTURE("sdmx-json-structure", "json", "application/vnd.sdmx.structure+json;version=2.0.0"),
    SDMX_ML_SCHEMA("sdmx-ml-schema", "xsd", "application/vnd.sdmx.schema+xml;version=3.0.0"),
    ADX("adx", "xml", "application/adx+xml", "application/xml+adx");

    private final String word;
    private final String suffix;
    private final List<String> mediaTypes;

    Format(String word, String suffix, String... mediaTypes) {
        this.word = word;
        this.suffix = suffix;
        this.mediaTypes = List.of(mediaTypes);
    }

    public String word() {
        return word;
    }

    /** Of the file, without the dot. */
    public String suffix() {
        return suffix;
    }

    /** With its version, as it stands in the answer. */
    public String mediaType() {
        return mediaTypes.getFirst();
    }

    public List<String> mediaTypes() {
        return mediaTypes;
    }

    /** Of the structure only: needs no cell. */
    public boolean structure() {
        return this == SDMX_ML_STRUCTURE || this == SDMX_JSON_STRUCTURE || this == SDMX_ML_SCHEMA;
    }

    public static Optional<Format> of(String word) {
        return Arrays.stream(values()).filter(f -> f.word.equals(word)).findFirst();
    }

    /** @param language vi or en; only formats that hold one language heed it */
    public CubeWriter writer(String language) {
        return switch (this) {
            case CSV -> new CsvWriter(language, false);
            case JSON_STAT -> new JsonStatWriter(language);
            case SDMX_CSV -> new SdmxCsvWriter();
            case SDMX_JSON -> new SdmxJsonWriter(language);
            case SDMX_ML -> new SdmxMlWriter();
            case SDMX_ML_STRUCTURE -> new SdmxMlStructureWriter();
            case SDMX_JSON_STRUCTURE -> new SdmxJsonStructureWriter(language);
            case SDMX_ML_SCHEMA -> new SdmxMlSchemaWriter();
            case ADX -> new AdxWriter(AdxWriter.Periods.WINDOWS);
        };
    }
}
