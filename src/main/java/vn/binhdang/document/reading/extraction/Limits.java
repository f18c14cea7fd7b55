package vn.binhdang.document.reading.extraction;

import java.time.Duration;

/**
 * How much of a stranger's file is read before it is refused. Together they keep one reading under 512 MB of heap and
 * 20 seconds; the longest plan seen in practice, a province's with all annexes, has 0.4 million characters on 120 pages.
 */
final class Limits {
    static final int MEGABYTE = 1 << 20;

    /** Bytes of a file; a larger one is refused by its size alone, before it is read. */
    static final int FILE_BYTES = 50 * MEGABYTE;

    /** Characters of text a reading may yield: some 3,000 pages. */
    static final int TEXT_CHARACTERS = 8_000_000;

    /** Lines, empty ones included: each costs some hundred bytes whatever it holds. */
    static final int LINES = 300_000;

    static final int PAGES = 3_000;

    /** Bytes one part of a package (DOCX) or one stream (PDF) may expand to. */
    static final int EXPANDED_BYTES = 100 * MEGABYTE;

    /** A part that expands more than this is a bomb, unless it stays small: Word's own XML reaches about 60. */
    static final int EXPANSION_RATIO = 200;

    /** Below this many expanded bytes the ratio says nothing: an empty form compresses well. */
    static final int RATIO_FROM_BYTES = 10 * MEGABYTE;

    /** Elements of XML within each other; Word writes fewer than 60 even for tables within tables. */
    static final int NESTING = 1_000;

    /** For taking the text out; what is left of the 20 seconds is for understanding it. */
    static final Duration TIME = Duration.ofSeconds(15);

    /** What is left of the 20 seconds for understanding the text; it is linear, 8 million characters take half a second. */
    static final Duration TIME_TO_UNDERSTAND = Duration.ofSeconds(5);

    private Limits() {}
}
