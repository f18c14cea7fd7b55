package vn.binhdang.web;

/** Where a page leads back to when its form says where it was opened: to pages of this product only. */
public final class OwnPath {
    private OwnPath() {}

    /**
     * @return the path, or the start page instead of what would lead away: "https:…", "//elsewhere", "/\elsewhere", and
     *     "/", tab, "/elsewhere", of which a browser drops the tab before it reads the address
     */
    public static String of(String back) {
        boolean own = back.startsWith("/")
                && !back.startsWith("//")
                && back.chars().noneMatch(c -> c == '\\' || Character.isISOControl(c));
        return own ? back : "/";
    }
}
