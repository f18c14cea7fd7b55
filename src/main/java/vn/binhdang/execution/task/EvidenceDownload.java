package vn.binhdang.execution.task;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vn.binhdang.files.Files;
import vn.binhdang.files.StoredFile;

/** Evidence goes out as a download: what people bring is never shown from our own address. Only what we made of it is. */
public final class EvidenceDownload {
    private EvidenceDownload() {}

    public static ResponseEntity<InputStreamResource> of(StoredFile stored, Files files) {
        return named(stored.originalName(), stored.mediaType())
                .contentLength(stored.size())
                .body(new InputStreamResource(files.open(stored)));
    }

    public static ResponseEntity<byte[]> of(EvidenceFiles.Original original) {
        return named(original.name(), original.mediaType()).body(original.content());
    }

    /** Made by us of the points of a picture, so that it may be shown in place. */
    public static ResponseEntity<InputStreamResource> shown(StoredFile thumbnail, Files files) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .contentLength(thumbnail.size())
                .body(new InputStreamResource(files.open(thumbnail)));
    }

    private static ResponseEntity.BodyBuilder named(String name, String mediaType) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString());
    }
}
