package vn.binhdang.document.reading;

/** The sentences before the first heading: the căn cứ, and the sentence in which the agency issues the document. */
final class Preamble {
    private static final Phrases BASIS = Phrases.of("căn cứ, theo đề nghị, xét đề nghị, theo tờ trình");

    private static final Phrases OPENINGS = Phrases.of("""
        căn cứ, theo đề nghị, xét đề nghị, theo tờ trình, xét tờ trình, thực hiện, triển khai, triển khai thực hiện,
        để, nhằm, trên cơ sở, tiếp tục thực hiện, theo, xét, thi hành, trong thời gian, ngày, vừa qua, qua, ngay sau,
        sau khi, do, hưởng ứng, chấp hành, tiếp theo, phúc đáp, kính gửi, hòa chung, với mục đích, hiện nay\
        """);

    private Preamble() {}

    /** Does a sentence begin here that stands before the first heading? */
    static boolean opens(TextLine line) {
        var text = line.text();
        return !Words.isUpperCase(text) && OPENINGS.startsWith(Words.lower(text));
    }

    static boolean isBasis(String text) {
        return BASIS.startsWith(Words.lower(text));
    }

    static boolean isOpening(String lower) {
        return OPENINGS.startsWith(lower);
    }
}
