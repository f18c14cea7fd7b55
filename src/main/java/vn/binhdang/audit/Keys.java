package vn.binhdang.audit;

/** What an operator does with the installation's key. */
public final class Keys {
    private Keys() {}

    /**
     * Makes a new signing key, vouched for by the one before; a running product signs its next checkpoint with it.
     * @return the id of the new key
     */
    public static String replace(KeyFolder folder) {
        return SigningKey.replaceIn(folder).id();
    }
}
