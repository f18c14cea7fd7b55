package vn.binhdang.statistics.indicator.expression;

/** Where an expression finds its cells. */
@FunctionalInterface
public interface Lookup {
    /** @param cell its place in {@link Expression#cells()}: bound once to a slot, read a million times */
    Result at(int cell);
}
