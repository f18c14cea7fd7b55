package vn.binhdang.audit;

import java.util.UUID;

/** Everything the record knows of one record, a page of it. */
public record HistoryPage(UUID record, RecordHistory.Lines history) {}
