package vn.binhdang.access.session;

/** What vouched for somebody at the first step of a sign-in. */
public enum SignInMethod {
    PASSWORD,
    PASSKEY,
    /** An OpenID Connect provider. */
    IDENTITY;

    /** Last part of message keys. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
