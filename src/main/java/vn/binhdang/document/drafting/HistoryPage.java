package vn.binhdang.document.drafting;

import java.util.List;
import vn.binhdang.document.drafting.EditorPage.HistoryLine;

/** @param back the page of the document */
public record HistoryPage(String subject, String back, List<HistoryLine> lines) {}
