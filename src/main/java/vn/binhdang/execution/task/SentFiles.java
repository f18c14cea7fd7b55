package vn.binhdang.execution.task;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import vn.binhdang.files.ArrivingFileId;
import vn.binhdang.files.ArrivingFiles;
import vn.binhdang.files.ArrivingFiles.ArrivingFile;
import vn.binhdang.kernel.Actor;

/** The files of one form, those in it and those that came in parts before it; on disk until the request ends. */
public final class SentFiles implements AutoCloseable {
    private final List<Upload> uploads;
    private final List<ArrivingFile> arrived;

    private SentFiles(List<Upload> uploads, List<ArrivingFile> arrived) {
        this.uploads = uploads;
        this.arrived = arrived;
    }

    public List<Upload> uploads() {
        return uploads;
    }

    /** Those that came before the form, and need not come again when it is shown once more. */
    public List<ArrivingFile> arrived() {
        return arrived;
    }

    @Override
    public void close() throws IOException {
        Upload.closeAll(uploads);
    }

    @Component
    public static class Desk {
        private final ArrivingFiles arriving;

        Desk(ArrivingFiles arriving) {
            this.arriving = arriving;
        }

        /**
         * @param sent those in the form
         * @param arrived names those that came before it
         * @throws vn.binhdang.kernel.NotVisible when one that is named is gone, or somebody else's
         * @throws vn.binhdang.kernel.Refused when one that is named is still on its way
         */
        public SentFiles open(Actor actor, @Nullable List<MultipartFile> sent, @Nullable List<ArrivingFileId> arrived)
                throws IOException {
            var whole = arrived == null
                    ? List.<ArrivingFile>of()
                    : arrived.stream()
                            .distinct()
                            .map(id -> arriving.findWhole(actor, id))
                            .toList();
            var uploads = new ArrayList<>(Upload.of(sent == null ? List.of() : sent));
            var files = new SentFiles(uploads, whole);
            try {
                for (var file : whole) uploads.add(Upload.of(file, arriving.content(file.id())));
                return files;
            } catch (IOException e) {
                files.close();
                throw e;
            }
        }

        /** The form was taken in, and with it what came before it. */
        public void taken(Actor actor, SentFiles files) {
            files.arrived().forEach(file -> arriving.forget(actor, file.id()));
        }
    }
}
