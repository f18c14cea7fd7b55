package vn.binhdang.access.session;

/** Why a sign-in ended. */
public enum SignInEnd {
    SIGNED_OUT,
    /** Its owner ended it from another one. */
    BY_OWNER,
    PASSWORD_CHANGED,
    BY_ADMINISTRATOR,
    TOO_LONG
}
