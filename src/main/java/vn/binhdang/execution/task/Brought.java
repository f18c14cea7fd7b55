package vn.binhdang.execution.task;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.binhdang.files.ArrivingFiles.ArrivingFile;
import vn.binhdang.web.Text;

/**
 * Evidence as it comes with a form: files, which lie on disk until the request ends, and what was typed of a link.
 * @param arrived those of the files that came in parts before the form; chosen again, they are there at once
 * @param lost the form names one that is still on its way, was handed over already or waited too long
 */
public record Brought(List<Upload> files, List<ArrivingFile> arrived, boolean lost, LinkForm link)
        implements AutoCloseable {
    public boolean isEmpty() {
        return files.isEmpty() && !lost && link.isEmpty();
    }

    /** What has to be mended, and that files have to be chosen again: no browser keeps them for a second time. */
    public Map<String, String> again(Map<String, String> mistakes, Text t) {
        if (files.isEmpty() || mistakes.containsKey("files")) return mistakes;
        var all = new LinkedHashMap<>(mistakes);
        all.put("files", t.of("execution.evidence.chooseAgain"));
        return all;
    }

    @Override
    public void close() throws IOException {
        Upload.closeAll(files);
    }
}
