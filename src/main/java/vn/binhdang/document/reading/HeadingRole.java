package vn.binhdang.document.reading;

import org.jspecify.annotations.Nullable;

/** What a heading announces, from its words; a heading that says neither is of the kind of the one above it. */
enum HeadingRole {
    /** things to be done */
    WORK,
    /** money: an item is a task only when it names who does it */
    BUDGET,
    /** purpose, targets, criteria, facts */
    STATEMENT;

    private static final Phrases STATEMENTS = Phrases.of("""
        mục đích, yêu cầu, mục tiêu, chỉ tiêu, quan điểm, đối tượng, phạm vi, đánh giá tình hình, đánh giá nguy cơ, đánh giá chung, đánh giá kết quả, nhận định, thực trạng,
        kết quả đạt được, sự cần thiết, tiêu chí, tiêu chuẩn, nguyên tắc, thành phần, phương châm, dự báo, nguy cơ,
        số lượng, định hướng, tồn tại, hạn chế, nguyên nhân, bài học, thuận lợi, khó khăn, đặc điểm tình hình, căn cứ, cơ sở pháp lý,
        lưu ý, phương pháp, nội dung giám sát, nội dung đánh giá, chủ đề, thời gian, địa điểm, khẩu hiệu, thông điệp,
        hình thức khen thưởng, hồ sơ, thủ tục, nhu cầu, giải thích từ ngữ, tầm nhìn, bối cảnh, kết quả thực hiện, tình hình, giám sát đánh giá,
        khái quát, ưu điểm, thống kê, cơ cấu giải thưởng, giải thưởng, thể lệ, điều kiện, nội dung kiểm tra, nội dung thanh tra\
        """);

    private static final Phrases WORKS = Phrases.of("""
        nhiệm vụ, giải pháp, nội dung, tổ chức thực hiện, phân công, trách nhiệm, hoạt động, biện pháp, triển khai, tổ chức,
        chế độ báo cáo, báo cáo, công tác, phương hướng, phương án, thực hiện, tiến độ, lộ trình, kiến nghị, đề xuất\
        """);

    /** What a heading announces stands among its first words. */
    private static final int NEAR = 40;

    private static final Phrases AHEAD =
            Phrases.of("phương hướng, nhiệm vụ trọng tâm, nhiệm vụ, giải pháp, kế hoạch, chương trình công tác");

    private static final Phrases BUDGETS =
            Phrases.of("kinh phí, nguồn lực, nguồn vốn, ngân sách, nguồn kinh phí, dự toán");

    /** In a report or a submission only a heading that looks ahead holds tasks. */
    static HeadingRole inAccount(String lower, @Nullable HeadingRole role) {
        return AHEAD.isIn(lower) ? WORK : role == null ? STATEMENT : role == WORK ? STATEMENT : role;
    }

    /** Does the heading only mention a purpose or a target, after words of its own? */
    static boolean isByTheWay(String lower) {
        return STATEMENTS.match(lower, 0) == null;
    }

    /** The role that a heading's words give it; null when they tell nothing. */
    static @Nullable HeadingRole of(String lower) {
        int statement = STATEMENTS.find(lower, 0, NEAR);
        if (statement == 0) return STATEMENT;
        // "Rà soát, kiện toàn đội ngũ đáp ứng yêu cầu …": what is to be done may mention a purpose
        boolean orders = Actions.isVerb(lower) && WORKS.match(lower, 0) == null;
        if (orders) return null;
        int work = WORKS.find(lower, 0, NEAR);
        int budget = BUDGETS.find(lower, 0, NEAR);
        if (budget >= 0 && (work < 0 || budget < work) && budget < 20) return BUDGET;
        if (statement > 0 && statement < 25 && (work < 0 || statement < work)) return STATEMENT;
        return work >= 0 && work < 25 ? WORK : null;
    }
}
