package vn.binhdang.document.reading.extraction;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import vn.binhdang.document.UnreadableDocument;
import vn.binhdang.document.UnreadableDocument.Reason;

/** A DOCX as the package it is: named parts, each opened under the limits; bombs, macros and passwords are refused. */
final class DocxPackage implements Closeable {
    private static final String USUAL_MAIN_PART = "word/document.xml";
    private static final int MOST_PARTS = 20_000;
    private static final Pattern MAIN_PART =
            Pattern.compile("<Relationship\\b(?=[^>]*/officeDocument\")[^>]*\\bTarget=\"/?([^\"]+)\"");

    private final ZipFile zip;

    private DocxPackage(ZipFile zip) {
        this.zip = zip;
    }

    static DocxPackage open(byte[] content) throws IOException, UnreadableDocument {
        var opened = new DocxPackage(ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get());
        try {
            opened.refuseDangerousParts();
            return opened;
        } catch (IOException | UnreadableDocument | RuntimeException refused) {
            opened.close();
            throw refused;
        }
    }

    private void refuseDangerousParts() throws IOException, UnreadableDocument {
        int parts = 0;
        for (var entries = zip.getEntries(); entries.hasMoreElements(); ) {
            ZipArchiveEntry entry = entries.nextElement();
            if (++parts > MOST_PARTS) throw new UnreadableDocument(Reason.EXPANDS_TOO_MUCH);
            if (entry.getGeneralPurposeBit().usesEncryption()) throw new UnreadableDocument(Reason.ENCRYPTED);
            if (entry.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"))
                throw new UnreadableDocument(Reason.MACRO);
            // Also for parts that are never opened here: whoever sends a bomb should hear of it, and so should the
            // clerk
            // who would open the file in Word.
            if (entry.getSize() > Limits.EXPANDED_BYTES
                    && entry.getSize() / Math.max(1, entry.getCompressedSize()) > Limits.EXPANSION_RATIO)
                throw new UnreadableDocument(Reason.EXPANDS_TOO_MUCH);
        }
        if (contentTypes().contains("macroEnabled")) throw new UnreadableDocument(Reason.MACRO);
    }

    private String contentTypes() throws IOException {
        return text("[Content_Types].xml");
    }

    /** The part that holds the body; Word names it so always, other programs nearly always. */
    InputStream mainPart() throws IOException {
        var usual = part(USUAL_MAIN_PART);
        if (usual.isPresent()) return usual.get();
        var named = MAIN_PART.matcher(text("_rels/.rels"));
        if (!named.find()) throw new IOException("no main part");
        return part(named.group(1)).orElseThrow(() -> new IOException("main part missing"));
    }

    /** Empty when the package has no such part. The caller closes the stream. */
    Optional<InputStream> part(String name) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null) return Optional.empty();
        return Optional.of(new LimitedStream(zip.getInputStream(entry), entry.getCompressedSize()));
    }

    /** A document of pictures alone is a scan that was put into Word. */
    boolean hasPictures() {
        for (var entries = zip.getEntries(); entries.hasMoreElements(); )
            if (entries.nextElement().getName().startsWith("word/media/")) return true;
        return false;
    }

    private String text(String name) throws IOException {
        var part = part(name);
        if (part.isEmpty()) return "";
        try (InputStream in = part.get()) {
            return new String(in.readNBytes(Limits.MEGABYTE), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
