package vn.binhdang.statistics.disclosure;

/** Every safe choice fulfils: the factors of the withheld among these cells add up to at least this. */
record Cut(int[] cells, double[] factors, double least) {
    double sum(boolean[] hidden) {
        double sum = 0;
        for (int k = 0; k < cells.length; k++) if (hidden[cells[k]]) sum += factors[k];
        return sum;
    }

    boolean broken(boolean[] hidden) {
        return sum(hidden) < least - 1e-6;
    }
}
