package vn.binhdang.statistics.collection.submission;

/** Asks why what was accepted is to be amended. */
public record AmendmentPage(String title, String lead, String address, String reason, String mistake) {}
