package vn.binhdang.messaging;

/**
 * A kind of notice; the module whose deeds it tells declares it as a bean.
 * @param key of its sentence in the message files; {@code key.name} names the kind where its ways are chosen and in mail
 * @param order where kinds are listed
 * @param standard how it travels for who chose nothing
 * @param required cannot be switched off: without it work would stand still and nobody would know
 */
public record NoticeKind(String key, int order, Delivery standard, boolean required) {
    public NoticeKind {
        if (required && standard == Delivery.OFF) throw new IllegalArgumentException(key + " is required and off");
    }

    public String nameKey() {
        return key + ".name";
    }
}
