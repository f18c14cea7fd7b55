package vn.binhdang.organisation.importing;

import java.util.List;

/**
 * @param kept until when a decision is waited for; empty when it is not
 * @param stateCode in lower case; decides which part is shown
 * @param done of {@code total} steps; total 0 while it is not known
 * @param nextHref more mistakes; empty when there are none
 */
public record SheetImportPage(
        String id,
        String kind,
        String title,
        String fileName,
        String brought,
        String sha256,
        String kept,
        String stateCode,
        String state,
        boolean running,
        boolean cancelWanted,
        int done,
        int total,
        String progressWords,
        String refusal,
        String ignored,
        int mistakeCount,
        List<MistakeLine> mistakes,
        String nextHref,
        String firstHref,
        Counts counts,
        List<Line> lines,
        String resultHref) {

    /** @param row as Excel counts; @param column heading, empty for the row as a whole */
    public record MistakeLine(String row, String column, String sentence) {}

    public record Counts(String creates, String changes, String unchanged, boolean nothingToDo) {}

    public record Line(
            String row, String verdict, String verdictCode, String label, String place, List<String> changes) {}
}
