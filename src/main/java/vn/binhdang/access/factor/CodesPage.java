package vn.binhdang.access.factor;

import java.util.List;

/** Recovery codes, the one time they are shown. */
public record CodesPage(List<String> codes, String username) {}
