package vn.binhdang.access;

/** What stands between somebody and the page that was asked for. */
enum NextStep {
    NONE(""),
    SIGN_IN("/sign-in"),
    FACTOR("/sign-in/factor"),
    PASSWORD("/account/password"),
    SET_UP_FACTOR("/account/factors"),
    /** A sensitive screen after a long time without a deed. */
    CONFIRM("/sign-in/again");

    private final String address;

    NextStep(String address) {
        this.address = address;
    }

    String address() {
        return address;
    }

    /** Whether a page is open before the step is done: its own pages and the way out. */
    boolean opens(String path) {
        return this == NONE
                || this != SIGN_IN
                        && (path.equals(address) || path.startsWith(address + "/") || path.equals("/sign-out"));
    }
}
