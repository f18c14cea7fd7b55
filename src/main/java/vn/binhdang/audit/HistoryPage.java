package vn.binhdang.audit;

import java.util.List;
import java.util.UUID;

/** Everything the record knows of one record. */
public record HistoryPage(UUID record, List<RecordLine> lines) {}
