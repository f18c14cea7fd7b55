package vn.binhdang.audit;

/**
 * The history of a record as a page beside the page of the record, for whoever may see that: the template
 * {@code audit/of-record}.
 *
 * @param subject the name of the record, in Vietnamese
 * @param back address of its page; the history lies under it as {@code /history}
 */
public record OfRecordPage(String subject, String back, RecordHistory.Lines history) {}
