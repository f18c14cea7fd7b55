package vn.binhdang.organisation.unit;

import org.jspecify.annotations.Nullable;

/**
 * What was typed to set a code or a spelling of a unit from a day on.
 * @param what ADMINISTRATIVE, E_IDENTIFIER or SPELLING
 * @param value empty: the code ends
 * @param ends the spelling is used no more from that day
 */
public record DescribeForm(
        @Nullable String what,
        @Nullable String value,
        @Nullable String from,
        @Nullable String ends) {
    static final DescribeForm EMPTY = new DescribeForm(null, null, null, null);

    public String valueText() {
        return value == null ? "" : value.strip();
    }

    public String fromText() {
        return from == null ? "" : from.strip();
    }

    /** Whether the fields shown are of this form, so that what was typed stays in it. */
    public boolean isAbout(String other) {
        return other.equals(what);
    }
}
