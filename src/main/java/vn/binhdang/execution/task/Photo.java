package vn.binhdang.execution.task;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture made anew from its points: what a phone wrote beside them (where, when, with which device) cannot come along,
 * since nothing of the file is copied.
 * @param shown longest side at most {@value #LONGEST} points, upright
 * @param thumbnail a JPEG whose longest side is at most {@value #THUMBNAIL} points
 */
record Photo(byte[] shown, byte[] thumbnail) {
    static final int LONGEST = 1600;
    static final int THUMBNAIL = 240;

    /** More than any phone of an office takes; a small file can claim far more and fill the memory when it is opened. */
    static final long MOST_POINTS = 64_000_000;

    private static final float SHOWN_QUALITY = 0.82f;
    private static final float THUMBNAIL_QUALITY = 0.7f;

    /** One at a time: a large picture needs its points in memory for a moment, and forty at once would need forty times. */
    private static final Semaphore TURN = new Semaphore(1, true);

    /** Why it cannot be made anew, as a message key; the sides are read from its head before anything is opened. */
    static Optional<String> refusal(Path file, EvidenceKind kind) throws IOException {
        try {
            made(file, kind);
            return Optional.empty();
        } catch (TooLarge e) {
            return Optional.of("execution.evidence.refused.points");
        } catch (Unreadable e) {
            return Optional.of("execution.evidence.refused.picture");
        }
    }

    /** Of a file that has no {@link #refusal}. */
    static Photo of(Path file, EvidenceKind kind) throws IOException {
        try {
            return made(file, kind);
        } catch (TooLarge | Unreadable e) {
            throw new IllegalStateException("a picture that was not checked", e);
        }
    }

    private static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1;
    }

    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(Throwable cause) {
            super(cause);
        }
    }

    private static Photo made(Path file, EvidenceKind kind) throws IOException, TooLarge, Unreadable {
        TURN.acquireUninterruptibly();
        try {
            var image = upright(read(file, kind), kind == EvidenceKind.JPEG ? Orientation.of(file) : 1);
            var shown = within(image, LONGEST);
            return new Photo(
                    kind == EvidenceKind.JPEG ? jpeg(shown, SHOWN_QUALITY) : png(shown),
                    jpeg(within(shown, THUMBNAIL), THUMBNAIL_QUALITY));
        } finally {
            TURN.release();
        }
    }

    private static BufferedImage read(Path file, EvidenceKind kind) throws TooLarge, Unreadable {
        ImageReader reader = ImageIO.getImageReadersByMIMEType(kind.mediaType()).next();
        try (var in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_POINTS) throw new TooLarge();
            var asked = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(width, height) / (2 * LONGEST));
            asked.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, asked);
        } catch (IOException | RuntimeException e) {
            // a damaged picture is told in many ways, some of them unchecked
            throw new Unreadable(e);
        } finally {
            reader.dispose();
        }
    }

    /** Turned and mirrored as the camera was held; the eight ways are those of EXIF. */
    private static BufferedImage upright(BufferedImage image, int orientation) {
        int w = image.getWidth();
        int h = image.getHeight();
        var turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
        return orientation >= 5 ? drawn(image, h, w, turn) : drawn(image, w, h, turn);
    }

    private static BufferedImage within(BufferedImage image, int longest) {
        double scale = Math.min(1, (double) longest / Math.max(image.getWidth(), image.getHeight()));
        var now = image;
        // by halves first: one large step would skip points and leave edges ragged
        for (double left = scale; left < 0.5; left *= 2) now = scaled(now, 0.5);
        return scaled(
                now,
                Math.min(
                        1,
                        scale
                                * Math.max(image.getWidth(), image.getHeight())
                                / Math.max(now.getWidth(), now.getHeight())));
    }

    private static BufferedImage scaled(BufferedImage image, double scale) {
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        return drawn(
                image,
                width,
                height,
                AffineTransform.getScaleInstance(
                        (double) width / image.getWidth(), (double) height / image.getHeight()));
    }

    /** On white, since a JPEG has nothing behind it that shows through. */
    private static BufferedImage drawn(BufferedImage image, int width, int height, AffineTransform how) {
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, width, height);
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(image, how, null);
        } finally {
            pen.dispose();
        }
        return drawn;
    }

    private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        }
        return bytes.toByteArray();
    }
}
