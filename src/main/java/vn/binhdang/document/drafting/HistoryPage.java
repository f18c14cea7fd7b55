package vn.binhdang.document.drafting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.drafting.EditorPage.HistoryLine;

/**
 * @param back the page of the document
 * @param newest address of the newest lines; null where they are these
 * @param older address of the page of older lines; null on the last
 */
public record HistoryPage(
        String subject,
        String back,
        List<HistoryLine> lines,
        @Nullable String newest,
        @Nullable String older) {}
