package vn.binhdang.statistics.view;

/**
 * The interval of a share of people when they are few: by chance alone 1 of 3 could as well have been 2 of 3. By Wilson with
 * 95 %, which stays within 0 and 1 and is no point at 0 of 5, unlike the one of the schoolbooks. A complete count of bodies
 * has none: all of them were asked, and nothing is inferred about others.
 */
record Wilson(double low, double high) {
    private static final double Z = 1.959963984540054;

    /** @throws IllegalArgumentException when it is no share of a whole */
    static Wilson of(long some, long all) {
        if (all <= 0 || some < 0 || some > all) throw new IllegalArgumentException(some + " of " + all);
        double share = (double) some / all;
        double z2 = Z * Z;
        double scale = 1 / (1 + z2 / all);
        double centre = scale * (share + z2 / (2 * all));
        double half = scale * Z * Math.sqrt(share * (1 - share) / all + z2 / (4.0 * all * all));
        return new Wilson(Math.max(0, centre - half), Math.min(1, centre + half));
    }

    boolean overlaps(Wilson other) {
        return low <= other.high && other.low <= high;
    }
}
