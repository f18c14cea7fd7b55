package vn.binhdang.execution.task;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * A film or sound of the MP4 family (ISO/IEC 14496-12) without what a phone wrote beside picture and sound: where and when
 * it was taken, with which device. Boxes that are not known to be needed are emptied and become free space, so that nothing
 * moves and the places at which samples are looked for stay right. Tracks of other things than picture, sound and words
 * (some phones keep the way they went in one) are emptied with their samples.
 */
final class Film {
    private static final Set<String> AT_TOP =
            Set.of("ftyp", "styp", "pdin", "moov", "moof", "mfra", "sidx", "ssix", "mdat", "wide");
    private static final Set<String> IN_MOVIE = Set.of("mvhd", "trak", "mvex", "iods");
    private static final Set<String> IN_TRACK = Set.of("tkhd", "edts", "tref", "mdia", "tapt", "load");
    private static final Set<String> IN_MEDIA = Set.of("mdhd", "hdlr", "elng", "minf");
    private static final Set<String> IN_FRAGMENT = Set.of("mfhd", "traf");

    /** Picture, sound, subtitles, time code. */
    private static final Set<String> SHOWN = Set.of("vide", "soun", "text", "sbtl", "subt", "clcp", "tmcd");

    private final ByteBuffer bytes;

    private Film(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /** Its boxes are not what they say. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** A part of the file. @param body where its contents begin @param end the place behind it */
    private record Box(String type, int start, int body, int end) {}

    private interface Deed {
        void on(Box box) throws Unreadable;
    }

    /** Why it cannot be taken, as a message key. */
    static Optional<String> refusal(Path file) throws IOException {
        try {
            new Film(Files.readAllBytes(file)).clean();
            return Optional.empty();
        } catch (Unreadable e) {
            return Optional.of("execution.evidence.refused.film");
        }
    }

    /** Of a file that has no {@link #refusal}; as long as it was. */
    static byte[] of(Path file) throws IOException {
        try {
            return new Film(Files.readAllBytes(file)).clean();
        } catch (Unreadable e) {
            throw new IllegalStateException("a film that was not checked", e);
        }
    }

    private byte[] clean() throws Unreadable {
        boolean[] movie = new boolean[1];
        each(0, bytes.capacity(), box -> {
            if (!AT_TOP.contains(box.type())) free(box);
            else if (box.type().equals("moov")) {
                movie[0] = true;
                each(box.body(), box.end(), this::inMovie);
            } else if (box.type().equals("moof"))
                each(box.body(), box.end(), inside -> {
                    if (!IN_FRAGMENT.contains(inside.type())) free(inside);
                });
        });
        if (!movie[0]) throw new Unreadable();
        return bytes.array();
    }

    private void inMovie(Box box) throws Unreadable {
        if (!IN_MOVIE.contains(box.type())) free(box);
        else if (box.type().equals("mvhd")) forgetTimes(box);
        else if (box.type().equals("trak")) {
            var media = find(box, "mdia");
            var handler = find(media, "hdlr");
            if (SHOWN.contains(type(handler.body() + 8, handler.end()))) each(box.body(), box.end(), this::inTrack);
            else {
                forgetSamples(find(find(media, "minf"), "stbl"));
                free(box);
            }
        }
    }

    private void inTrack(Box box) throws Unreadable {
        if (!IN_TRACK.contains(box.type())) free(box);
        else if (box.type().equals("tkhd")) forgetTimes(box);
        else if (box.type().equals("mdia"))
            each(box.body(), box.end(), inside -> {
                if (!IN_MEDIA.contains(inside.type())) free(inside);
                else if (inside.type().equals("mdhd")) forgetTimes(inside);
            });
    }

    /** When it was made and changed, behind version and flags. */
    private void forgetTimes(Box box) throws Unreadable {
        need(box.body() + 4, box.end());
        zero(box.body() + 4, bytes.get(box.body()) == 1 ? 16 : 8, box.end());
    }

    /** The samples of a track lie elsewhere in the file, chunk by chunk. @param table its "stbl" */
    private void forgetSamples(Box table) throws Unreadable {
        var chunks = found(table, "stco");
        boolean wide = chunks.isEmpty();
        var at = wide ? find(table, "co64") : chunks.get();
        var sizes = find(table, "stsz");
        var runs = find(table, "stsc");
        int each = number(sizes.body() + 4, sizes.end());
        int samples = number(sizes.body() + 8, sizes.end());
        int sample = 0;
        int run = 0;
        for (int chunk = 0; chunk < number(at.body() + 4, at.end()); chunk++) {
            int next = runs.body() + 8 + (run + 1) * 12;
            if (run + 1 < number(runs.body() + 4, runs.end()) && number(next, runs.end()) <= chunk + 1) run++;
            int inChunk = number(runs.body() + 8 + run * 12 + 4, runs.end());
            int place = wide
                    ? numberOfEight(at.body() + 8 + chunk * 8, at.end())
                    : number(at.body() + 8 + chunk * 4, at.end());
            for (int i = 0; i < inChunk && sample < samples; i++, sample++) {
                int size = each != 0 ? each : number(sizes.body() + 12 + sample * 4, sizes.end());
                zero(place, size, bytes.capacity());
                place += size;
            }
        }
    }

    private void free(Box box) throws Unreadable {
        bytes.put(box.start() + 4, "free".getBytes(StandardCharsets.US_ASCII));
        zero(box.body(), box.end() - box.body(), box.end());
    }

    private void each(int from, int to, Deed deed) throws Unreadable {
        for (int at = from; at < to; ) {
            // Files of QuickTime end a list of boxes with four zeros.
            if (to - at < 8 && to < bytes.capacity()) {
                zero(at, to - at, to);
                return;
            }
            var box = box(at, to);
            deed.on(box);
            at = box.end();
        }
    }

    private Box box(int at, int to) throws Unreadable {
        int size = number(at, to);
        String type = type(at + 4, to);
        int body = at + 8;
        if (size == 1) {
            size = numberOfEight(at + 8, to);
            body += 8;
        } else if (size == 0) size = to - at;
        if (size < body - at || size > to - at) throw new Unreadable();
        return new Box(type, at, body, at + size);
    }

    private Box find(Box in, String type) throws Unreadable {
        return found(in, type).orElseThrow(Unreadable::new);
    }

    private Optional<Box> found(Box in, String type) throws Unreadable {
        for (int at = in.body(); in.end() - at >= 8; ) {
            var box = box(at, in.end());
            if (box.type().equals(type)) return Optional.of(box);
            at = box.end();
        }
        return Optional.empty();
    }

    private String type(int at, int end) throws Unreadable {
        need(at + 4, end);
        return new String(bytes.array(), at, 4, StandardCharsets.ISO_8859_1);
    }

    private int number(int at, int end) throws Unreadable {
        need(at + 4, end);
        int number = bytes.getInt(at);
        if (number < 0) throw new Unreadable();
        return number;
    }

    private int numberOfEight(int at, int end) throws Unreadable {
        if (number(at, end) != 0) throw new Unreadable();
        return number(at + 4, end);
    }

    private void zero(int from, int count, int end) throws Unreadable {
        if (count < 0 || from < 0 || count > end - from) throw new Unreadable();
        Arrays.fill(bytes.array(), from, from + count, (byte) 0);
    }

    private static void need(int upTo, int end) throws Unreadable {
        if (upTo < 0 || upTo > end) throw new Unreadable();
    }
}
