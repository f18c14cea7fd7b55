package vn.binhdang.execution.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.multipart.MultipartFile;
import vn.binhdang.files.ArrivingFiles.ArrivingFile;

/** A file as it came with a form, on disk until the request ends. */
public record Upload(Path content, String name, long size) implements AutoCloseable {
    private static final int LONGEST_NAME = 200;

    /**
     * Empty file fields are left out, since browsers send one for a field that was not used. When one cannot be read, as
     * on a full disk, none stays behind.
     */
    public static List<Upload> of(List<MultipartFile> sent) throws IOException {
        var uploads = new ArrayList<Upload>();
        boolean whole = false;
        try {
            for (var file : sent) {
                String name = file.getOriginalFilename();
                if (name == null || name.isBlank()) continue;
                Path content = Files.createTempFile("evidence", ".part");
                var upload = new Upload(content, plain(name), file.getSize());
                uploads.add(upload);
                try (var in = file.getInputStream();
                        var out = Files.newOutputStream(content)) {
                    in.transferTo(out);
                }
            }
            whole = true;
            return uploads;
        } finally {
            if (!whole) closeAll(uploads);
        }
    }

    /** A copy of what came in parts before the form, which stays as it is until the form has been taken in. */
    static Upload of(ArrivingFile file, Path content) throws IOException {
        var copy = new Upload(Files.createTempFile("evidence", ".part"), file.name(), file.size());
        try {
            Files.copy(content, copy.content(), StandardCopyOption.REPLACE_EXISTING);
            return copy;
        } catch (IOException e) {
            copy.close();
            throw e;
        }
    }

    public static void closeAll(List<Upload> uploads) throws IOException {
        for (var upload : uploads) upload.close();
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(content);
    }

    /** Without the folder that some browsers send along, and with an end that is still the extension. */
    static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.length() <= LONGEST_NAME ? last : last.substring(last.length() - LONGEST_NAME);
    }
}
