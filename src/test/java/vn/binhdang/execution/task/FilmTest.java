package vn.binhdang.execution.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilmTest {
    private static final String PLACE = "+21.0285+105.8542/";

    @TempDir
    private Path folder;

    @Test
    void place_time_and_device_are_gone_and_nothing_has_moved() throws IOException {
        byte[] taken = film();
        byte[] kept = Film.of(file(taken));
        assertThat(text(taken)).contains(PLACE, "Phone 12", "21.03,105.85");
        assertThat(kept).hasSameSizeAs(taken);
        assertThat(text(kept))
                .contains("picture and sound", "avc1")
                .doesNotContain(PLACE, "21.0", "105.8", "Phone 12", "udta", "meta", "uuid", "sefd", "TIME");
        assertThat(text(kept).indexOf("picture and sound"))
                .isEqualTo(text(taken).indexOf("picture and sound"));
        assertThat(Film.of(file(kept))).as("done twice").isEqualTo(kept);
    }

    @Test
    void a_film_whose_boxes_are_not_what_they_say_is_refused() throws IOException {
        assertThat(Film.refusal(file(film()))).isEmpty();
        byte[] film = film();
        for (byte[] damaged : new byte[][] {
            java.util.Arrays.copyOf(film, film.length - 3),
            box("ftyp", bytes("isom")),
            box("moov", number(900), bytes("trak"))
        }) assertThat(Film.refusal(file(damaged))).contains("execution.evidence.refused.film");
    }

    /** As phones write it: the place in three ways, one of them in a track of its own whose samples lie beside the others. */
    static byte[] film() {
        byte[] head = box("ftyp", bytes("isom"), number(512), bytes("isom"));
        String samples = "picture and sound";
        String way = "21.03,105.85";
        byte[] data = box("mdat", bytes(samples), bytes(way));
        int at = head.length + 8;
        byte[] times = join(number(0), bytes("TIMETIME"), number(1), number(1));
        return join(
                head,
                data,
                box(
                        "moov",
                        box("mvhd", times),
                        track("vide", times, at, samples.length(), box("udta", bytes("Phone 12"))),
                        track("meta", times, at + samples.length(), way.length()),
                        box("udta", box("\u00a9xyz", bytes(PLACE))),
                        box("meta", bytes("com.apple.quicktime.location.ISO6709" + PLACE))),
                box("uuid", bytes("GoPro" + PLACE)),
                box("sefd", bytes(PLACE)));
    }

    private static byte[] track(String kind, byte[] times, int at, int size, byte[]... more) {
        return box(
                "trak",
                box("tkhd", times),
                join(more),
                box(
                        "mdia",
                        box("mdhd", times),
                        box("hdlr", number(0), number(0), bytes(kind), number(0)),
                        box(
                                "minf",
                                box(
                                        "stbl",
                                        box("stsd", bytes("avc1")),
                                        box("stsc", number(0), number(1), number(1), number(1), number(1)),
                                        box("stsz", number(0), number(0), number(1), number(size)),
                                        box("stco", number(0), number(1), number(at))))));
    }

    private static byte[] box(String type, byte[]... contents) {
        byte[] all = join(contents);
        return join(number(all.length + 8), type.getBytes(StandardCharsets.ISO_8859_1), all);
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) all.writeBytes(part);
        return all.toByteArray();
    }

    private static byte[] number(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }

    private static byte[] bytes(String words) {
        return words.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "phim", ".mp4"), content);
    }
}
