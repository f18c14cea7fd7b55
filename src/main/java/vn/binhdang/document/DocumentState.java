package vn.binhdang.document;

import java.util.Locale;

/** Where an outgoing document stands. From ISSUED on its words never change. */
public enum DocumentState {
    DRAFT,
    SUBMITTED,
    SENT_BACK,
    APPROVED,
    ISSUED,
    /** replaced by a later document of the same form */
    SUPERSEDED,
    RECALLED;

    /** Who drafts may still write. */
    public boolean editable() {
        return this == DRAFT || this == SENT_BACK;
    }

    public boolean issued() {
        return this == ISSUED || this == SUPERSEDED || this == RECALLED;
    }

    /** "sentBack": the last part of message keys. */
    public String word() {
        return word(this);
    }

    /** "sent-back": the last part of the style class. */
    public String mark() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A constant's name as message keys write it: SENT_BACK is "sentBack". */
    public static String word(Enum<?> constant) {
        var word = new StringBuilder();
        for (String part : constant.name().toLowerCase(Locale.ROOT).split("_"))
            word.append(word.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        return word.toString();
    }
}
