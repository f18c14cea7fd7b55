package vn.binhdang.execution.task;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of files that may be evidence, told from their first bytes and not from what the browser says. Whatever is
 * not known here is refused: a list of what is good stays right longer than a list of what is bad.
 */
public enum EvidenceKind {
    PDF("application/pdf", List.of("pdf"), head -> starts(head, "%PDF-")),
    JPEG("image/jpeg", List.of("jpg", "jpeg", "jfif"), head -> starts(head, 0xFF, 0xD8, 0xFF)),
    PNG("image/png", List.of("png"), head -> starts(head, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)),
    GIF("image/gif", List.of("gif"), head -> starts(head, "GIF8")),
    /** Refused as well: what lies in it beside the picture could not be taken out. */
    WEBP("image/webp", List.of("webp"), head -> starts(head, "RIFF") && at(head, 8, "WEBP")),
    /** Photographs of iPhones; refused, since neither we nor most computers of offices can open them. */
    HEIC(
            "image/heic",
            List.of("heic", "heif", "avif"),
            head -> at(head, 4, "ftyp")
                    && brand(head, "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis")),
    /** The box "ftyp" begins many kinds of files; which one it is says the brand behind it. */
    MP4(
            "video/mp4",
            List.of("mp4", "m4v", "m4a", "mov", "3gp"),
            head -> at(head, 4, "ftyp")
                    && brand(
                            head, "isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "M4A ",
                            "MSNV", "mmp4", "qt  ", "3gp4", "3gp5", "3gp6", "3gp7", "3ge6", "3ge7", "3gg6", "3gr6",
                            "3g2a")),
    MP3("audio/mpeg", List.of("mp3"), head -> starts(head, "ID3") || starts(head, 0xFF, 0xFB)),
    /** .docx, .xlsx, .pptx and OpenDocument: a ZIP whose table of contents says so. */
    OFFICE(
            "application/zip",
            List.of("docx", "xlsx", "pptx", "odt", "ods", "odp"),
            head -> starts(head, 'P', 'K', 3, 4)),
    /** .doc, .xls, .ppt of Office 97. */
    OLD_OFFICE(
            "application/x-ole-storage",
            List.of("doc", "xls", "ppt"),
            head -> starts(head, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)),
    TEXT("text/plain", List.of("txt", "csv"), head -> false);

    private static final int HEAD = 512;

    private final String mediaType;
    private final List<String> extensions;
    private final Predicate<byte[]> recognises;

    EvidenceKind(String mediaType, List<String> extensions, Predicate<byte[]> recognises) {
        this.mediaType = mediaType;
        this.extensions = extensions;
        this.recognises = recognises;
    }

    String mediaType() {
        return mediaType;
    }

    /** Whether it is made anew when it is stored. */
    boolean isPicture() {
        return this == JPEG || this == PNG || this == GIF;
    }

    private boolean isTaken() {
        return this != HEIC && this != WEBP;
    }

    /**
     * For the accept attribute of the file field; photographs first, so that a phone offers its camera. An iPhone that is
     * asked for JPEG and not for any image hands over a JPEG of its HEIC by itself.
     */
    public static String accepted() {
        var all = new StringBuilder("image/jpeg,image/png,video/mp4,audio/mpeg");
        for (var kind : values())
            if (kind.isTaken())
                for (String extension : kind.extensions) all.append(",.").append(extension);
        return all.toString();
    }

    /**
     * @param name with its extension, which must be one of the kind: a program that starts on a double click is known by it
     * @return why the file is refused, as a message key; empty when it may be stored
     */
    static Optional<String> refusal(Path file, String name) throws IOException {
        byte[] head = head(file);
        if (head.length == 0) return Optional.of("execution.evidence.refused.empty");
        if (starts(head, "MZ")
                || starts(head, 0x7F, 'E', 'L', 'F')
                || starts(head, "#!")
                || starts(head, 0xCA, 0xFE, 0xBA, 0xBE)) return Optional.of("execution.evidence.refused.program");
        var kind = of(file, name);
        if (kind == null) return Optional.of("execution.evidence.refused.kind");
        if (!kind.isTaken()) return Optional.of("execution.evidence.refused.asJpeg");
        if (!kind.extensions.contains(extension(name))) return Optional.of("execution.evidence.refused.extension");
        return switch (kind) {
            case JPEG, PNG, GIF -> Photo.refusal(file, kind);
            case MP4 -> Film.refusal(file);
            case OFFICE -> OfficeContents.refusalOfZip(file, extension(name));
            case OLD_OFFICE -> OfficeContents.refusalOfOle(file);
            default -> Optional.empty();
        };
    }

    /** Null when it is none of them. */
    static @Nullable EvidenceKind of(Path file, String name) throws IOException {
        byte[] head = head(file);
        for (var kind : values()) if (kind.recognises.test(head)) return kind;
        return TEXT.extensions.contains(extension(name)) && isText(file) ? TEXT : null;
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isText(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(all));
            return text.chars().noneMatch(c -> c == 0);
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean starts(byte[] head, int... bytes) {
        if (head.length < bytes.length) return false;
        for (int i = 0; i < bytes.length; i++) if ((head[i] & 0xFF) != bytes[i]) return false;
        return true;
    }

    private static boolean starts(byte[] head, String ascii) {
        return at(head, 0, ascii);
    }

    private static boolean at(byte[] head, int offset, String ascii) {
        byte[] wanted = ascii.getBytes(StandardCharsets.US_ASCII);
        return head.length >= offset + wanted.length
                && Arrays.equals(head, offset, offset + wanted.length, wanted, 0, wanted.length);
    }

    private static boolean brand(byte[] head, String... brands) {
        return Arrays.stream(brands).anyMatch(brand -> at(head, 8, brand));
    }
}
