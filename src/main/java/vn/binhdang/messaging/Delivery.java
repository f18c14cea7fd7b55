package vn.binhdang.messaging;

/** How a kind of notice reaches a person. Every way but {@link #OFF} shows it in the product. */
public enum Delivery {
    APP,
    /** a message as soon as the quiet hours allow */
    AT_ONCE,
    /** in the morning of the next working day, all together */
    DAILY,
    /** in the morning of the first working day of the next week */
    WEEKLY,
    OFF;

    public boolean byMail() {
        return this == AT_ONCE || this == DAILY || this == WEEKLY;
    }

    /** "atOnce": the last part of message keys. */
    public String word() {
        return switch (this) {
            case APP -> "app";
            case AT_ONCE -> "atOnce";
            case DAILY -> "daily";
            case WEEKLY -> "weekly";
            case OFF -> "off";
        };
    }
}
