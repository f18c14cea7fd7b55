package vn.binhdang.document.reading;

/** Sentences that close a document. */
final class ClosingFormulas {
    private static final Phrases OPENINGS = Phrases.of("""
        trên đây là, trong quá trình thực hiện, trong quá trình triển khai, trong quá trình tổ chức thực hiện,
        kế hoạch này có hiệu lực, kế hoạch này thay thế, quyết định này có hiệu lực, căn cứ kế hoạch này, quá trình thực hiện,
        nhận được kế hoạch này, nhận được công văn này, trân trọng, rất mong, nếu có khó khăn,
        trong quá trình tổ chức, ủy ban nhân dân tỉnh yêu cầu, chịu trách nhiệm thi hành, kế hoạch này được, trân trọng cảm ơn,
        chi tiết theo phụ lục, kèm theo, có phụ lục\
        """);

    private ClosingFormulas() {}

    private static final int LONGEST_APPEAL = 260;

    /** "… để các cơ quan, đơn vị biết, thực hiện./.": the last sentence of a document only asks that it be carried out. */
    static boolean appeals(String lower) {
        return lower.endsWith("./.")
                && lower.length() < LONGEST_APPEAL
                && lower.indexOf("thực hiện", Math.max(0, lower.length() - 60)) >= 0;
    }

    /** "Chánh Văn phòng, Thủ trưởng các đơn vị chịu trách nhiệm thi hành Quyết định này./." */
    static boolean closesDecision(String lower) {
        return lower.contains("chịu trách nhiệm thi hành") || lower.contains("quyết định này có hiệu lực");
    }

    static boolean opens(String lower) {
        return OPENINGS.startsWith(lower);
    }
}
