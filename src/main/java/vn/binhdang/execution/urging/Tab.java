package vn.binhdang.execution.urging;

/** A place beside the others in the pages of urging. */
public record Tab(String href, String words, boolean current) {}
