package vn.binhdang.execution.figures;

import java.util.List;
import java.util.Map;
import vn.binhdang.execution.task.LinkForm;
import vn.binhdang.execution.task.ShownEvidence;

/**
 * @param path of the submission
 * @param lead whose figures, of which period
 * @param saved sentence on what was just stored; empty otherwise
 * @param why there is no form though the reader enters figures: they were accepted; empty otherwise
 * @param accepted kinds of files, for the browser
 * @param limit the same and how large, in words
 * @param link what was typed of a link
 * @param mistakes field to sentence
 */
public record SubmissionEvidencePage(
        String path,
        String lead,
        String saved,
        List<ShownEvidence> kept,
        boolean mayAdd,
        String why,
        String accepted,
        String limit,
        LinkForm link,
        Map<String, String> mistakes) {}
