package vn.binhdang.execution.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotoTest {
    /** Stands for what a phone writes of the place. */
    static final String PLACE = "GPS 9.7791 N 105.6189 E";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "1,TOP_LEFT",
        "2,TOP_RIGHT",
        "3,BOTTOM_RIGHT",
        "4,BOTTOM_LEFT",
        "5,TOP_LEFT",
        "6,TOP_RIGHT",
        "7,BOTTOM_RIGHT",
        "8,BOTTOM_LEFT"
    })
    void the_picture_stands_upright_however_the_phone_was_held(int orientation, Corner corner) throws IOException {
        var photo = Photo.of(written("a.jpg", fromPhone(400, 200, orientation)), EvidenceKind.JPEG);
        var shown = image(photo.shown());
        assertThat(shown.getWidth() > shown.getHeight()).isEqualTo(orientation < 5);
        assertThat(new Color(corner.of(shown)).getRed()).isGreaterThan(200);
        for (var other : Corner.values())
            if (other != corner)
                assertThat(new Color(other.of(shown)).getRed()).as("%s", other).isLessThan(60);
    }

    @Test
    void it_is_made_smaller_and_loses_what_the_phone_wrote() throws IOException {
        byte[] taken = fromPhone(4000, 3000, 1);
        assertThat(new String(taken, StandardCharsets.ISO_8859_1)).contains("Exif", PLACE);
        var photo = Photo.of(written("a.jpg", taken), EvidenceKind.JPEG);
        assertThat(image(photo.shown()).getWidth()).isEqualTo(1600);
        assertThat(image(photo.shown()).getHeight()).isEqualTo(1200);
        assertThat(image(photo.thumbnail()).getWidth()).isEqualTo(240);
        assertThat(new String(photo.shown(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", PLACE);
    }

    @Test
    void a_small_picture_stays_as_large_as_it_is() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 20, BufferedImage.TYPE_INT_ARGB), "png", bytes);
        var photo = Photo.of(written("a.png", bytes.toByteArray()), EvidenceKind.PNG);
        assertThat(image(photo.shown()).getWidth()).isEqualTo(300);
        assertThat(image(photo.shown()).getRGB(5, 5)).as("white behind it").isEqualTo(0xFFFFFFFF);
    }

    @Test
    void a_small_file_that_claims_a_huge_picture_is_refused_before_it_is_opened() throws IOException {
        assertThat(Photo.refusal(written("a.png", bomb(60_000, 60_000)), EvidenceKind.PNG))
                .contains("execution.evidence.refused.points");
    }

    @Test
    void a_picture_that_cannot_be_read_is_refused() throws IOException {
        assertThat(Photo.refusal(
                        written("a.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}), EvidenceKind.JPEG))
                .contains("execution.evidence.refused.picture");
        assertThat(Photo.refusal(written("a.gif", "GIF89a".getBytes(StandardCharsets.US_ASCII)), EvidenceKind.GIF))
                .contains("execution.evidence.refused.picture");
    }

    private enum Corner {
        TOP_LEFT,
        TOP_RIGHT,
        BOTTOM_LEFT,
        BOTTOM_RIGHT;

        int of(BufferedImage image) {
            int x = this == TOP_LEFT || this == BOTTOM_LEFT ? 5 : image.getWidth() - 6;
            int y = this == TOP_LEFT || this == TOP_RIGHT ? 5 : image.getHeight() - 6;
            return image.getRGB(x, y);
        }
    }

    private Path written(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static BufferedImage image(byte[] content) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(content));
    }

    /** Black with a red corner at the top left of the sensor, and with an EXIF part that says how it was held and where. */
    static byte[] fromPhone(int width, int height, int orientation) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 4, height / 4);
        pen.dispose();
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", jpeg);

        byte[] place = PLACE.getBytes(StandardCharsets.US_ASCII);
        var exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + place.length);
        exif.put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0).put(place);

        var all = new ByteArrayOutputStream();
        byte[] plain = jpeg.toByteArray();
        all.write(plain, 0, 2);
        all.writeBytes(ByteBuffer.allocate(4)
                .putShort((short) 0xFFE1)
                .putShort((short) (exif.capacity() + 2))
                .array());
        all.writeBytes(exif.array());
        all.write(plain, 2, plain.length - 2);
        return all.toByteArray();
    }

    /** The head of a PNG and nothing behind it. */
    private static byte[] bomb(int width, int height) {
        var head = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII));
        head.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        var sum = new CRC32();
        sum.update(head.array());
        return ByteBuffer.allocate(8 + 4 + 17 + 4)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A})
                .putInt(13)
                .put(head.array())
                .putInt((int) sum.getValue())
                .array();
    }
}
