package vn.binhdang.document.reading;

/** Sentences that close a document. */
final class ClosingFormulas {
    private static final Phrases OPENINGS = Phrases.of("""
        trên đây là, trong quá trình thực hiện, trong quá trình triển khai, trong quá trình tổ chức thực hiện,
        kế hoạch này có hiệu lực, kế hoạch này thay thế, quyết định này có hiệu lực, căn cứ kế hoạch này, quá trình thực hiện,
        nhận được kế hoạch này, nhận được công văn này, yêu cầu các cơ quan, yêu cầu thủ trưởng, trân trọng, rất mong, nếu có khó khăn,
        trong quá trình tổ chức, ủy ban nhân dân tỉnh yêu cầu, chịu trách nhiệm thi hành, kế hoạch này được, trân trọng cảm ơn,
        chi tiết theo phụ lục, kèm theo, có phụ lục\
        """);

    private ClosingFormulas() {}

    static boolean opens(String lower) {
        return OPENINGS.startsWith(lower) || lower.contains("chịu trách nhiệm thi hành");
    }
}
