package vn.binhdang.organisation.event;

/** What becomes of the units below one that ends. */
public enum Below {
    /** They go on under whatever carries on from it; after a dissolution without a taker, under the unit above it. */
    FOLLOW,
    /** They end with it. */
    END
}
