package vn.binhdang.access;

import java.util.List;

/** Office networks for tests that need no Spring. */
public final class TestNetworks {
    private TestNetworks() {}

    public static Networks of(List<String> office) {
        return new Networks(office);
    }
}
