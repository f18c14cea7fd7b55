package vn.binhdang.execution.task;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import vn.binhdang.files.ArrivingFileId;

/**
 * The files of a form.
 * @param files those in it; browsers send an empty one for a field that was not used
 * @param arrived names those that came in parts before it
 */
public record SentFiles(
        @Nullable List<MultipartFile> files, @Nullable List<ArrivingFileId> arrived) {}
