package vn.binhdang.document.drafting;

import java.util.Optional;
import java.util.stream.Stream;

/** A part of the head that is typed as it stands: one line, or several that each are an entry. */
public enum HeadField {
    PARENT_AGENCY("parentAgency", false),
    ISSUING_AGENCY("issuingAgency", false),
    SYMBOL("symbol", false),
    PLACE("place", false),
    DOCUMENT_TYPE("documentType", false),
    SUBJECT("subjectLine", false),
    ADDRESSEES("addressees", true),
    RECIPIENTS("recipients", true);

    private final String property;
    private final boolean several;

    HeadField(String property, boolean several) {
        this.property = property;
        this.several = several;
    }

    /** Its name in {@link vn.binhdang.document.AdministrativeDocument}, in addresses and in mends. */
    public String property() {
        return property;
    }

    /** One entry per line. */
    public boolean several() {
        return several;
    }

    public String labelKey() {
        return "document.drafting.head." + property;
    }

    static Optional<HeadField> of(String property) {
        return Stream.of(values()).filter(f -> f.property.equals(property)).findFirst();
    }
}
