package vn.binhdang.document.reading;

import org.jspecify.annotations.Nullable;

/** Does a paragraph tell somebody to do something? */
final class Actions {
    /** What an instruction begins with. */
    private static final Phrases VERBS = Phrases.of("""
        ban hành, báo cáo, bảo đảm, đảm bảo, bảo vệ, biên soạn, biên tập, biểu dương, bổ sung, bố trí, bồi dưỡng, cải tạo,
        cải thiện, cân đối, cập nhật, chấn chỉnh, chấp hành, chỉ đạo, chia sẻ, chịu trách nhiệm, chủ động, chủ trì, chú trọng,
        chuẩn bị, chuẩn hóa, chuyển, chỉnh trang, công bố, công khai, cung cấp, củng cố, cử, cụ thể hóa, duy trì, đa dạng hóa,
        đánh giá, đào tạo, đăng tải, đăng ký, đẩy mạnh, đẩy nhanh, đề cao, đề nghị, đề xuất, điều chỉnh, điều phối,
        định hướng, định kỳ, đôn đốc, đổi mới, đưa, đầu tư, động viên, giải quyết, giám sát, giao, giới thiệu, giữ vững,
        gắn, ghi nhận, gửi, hỗ trợ, hoàn thành, hoàn thiện, hợp tác, huy động, hướng dẫn, hình thành, in ấn, in, kết nối, khai thác,
        khảo sát, khắc phục, khẩn trương, khen thưởng, khuyến khích, khơi thông, kiểm tra, kiểm soát, kiện toàn, kịp thời,
        kiến nghị, lãnh đạo, lập, lồng ghép, lấy, lựa chọn, làm tốt, làm, lắp đặt, mở, mở rộng, mời, nâng cao, nâng cấp, nắm,
        nắm bắt, nêu cao, nghiên cứu, nghiêm túc, ngăn chặn, nhân rộng, nhắc nhở, ổn định, phát động, phát hành, phát hiện,
        phát huy, phát triển, phân bổ, phân công, phân tích, phê duyệt, phối hợp, phổ biến, phòng ngừa, phòng chống, quan tâm,
        quán triệt, quản lý, quy định, ra mắt, ra quân, rà soát, sắp xếp, sơ kết, soạn thảo, sửa đổi, sử dụng, số hóa, tạo,
        tạo điều kiện, tăng cường, tập huấn, tập trung, tham gia, tham mưu, thành lập, thanh tra, thẩm định, theo dõi, thiết lập,
        thống kê, thông báo, thông tin, thu hút, thu thập, thường xuyên, thực hiện, thúc đẩy, tích cực, tích hợp, tiếp nhận,
        tiếp tục, tiến hành, tiêu hủy, tìm hiểu, tổng hợp, tổng kết, tổ chức, triển khai, trang bị, trao đổi, trình, trực tiếp,
        truyền thông, tuyên truyền, tư vấn, ứng dụng, ưu tiên, vận động, vận hành, xây dựng, xác định, xử lý, xem xét, yêu cầu,
        xúc tiến, thi đua, treo, trồng, tuyển dụng, tôn vinh, thăm, tặng, trao, tra cứu, niêm yết, hưởng ứng, học tập,
        chăm lo, chăm sóc, bàn giao, bám sát, áp dụng, đề ra, ký kết, ký, kích hoạt, khuyến cáo, lưu trữ, mua sắm, nộp, tái cấu trúc,
        thể chế hóa, trích, tự kiểm tra, tuân thủ, tháo gỡ, tiết kiệm, triệt để, tinh giản, xã hội hóa, hạn chế,
        điều chuyển, điều tra, tổng điều tra, cấp, châm, thu gom, hằng năm, hàng năm, hằng quý, hàng quý, hằng tháng, hàng tháng,
        nhận thức, có trách nhiệm, có kế hoạch, góp ý, dự thảo, căn cứ, theo chức năng, trên cơ sở, trong phạm vi, theo thẩm quyền, dự toán, nhập, đối chiếu, tham khảo, công nhận,
        chọn, xét, xác minh, giảm, rút ngắn, đơn giản hóa, cắt giảm, cải cách, phân cấp, ủy quyền, luân chuyển, bổ nhiệm,
        quy hoạch, chấm dứt, thay thế, liên kết, phục vụ, thử nghiệm, thí điểm, mô phỏng, hợp đồng, đặt hàng, nghiệm thu, giúp,
        khám, dọn dẹp, gặp mặt, tọa đàm, đối thoại, bình xét, tiếp thu, giải trình, kê khai, thanh toán, quyết toán, lắng nghe, cam kết,
        từng bước, không, khi, trường hợp, đồng thời, hàng ngày, hằng ngày, xuất bản, sản xuất, dạy, giáo dục, rèn luyện\
        """);

    private Actions() {}

    private static final int LONGEST_LABEL = 50;

    static boolean isVerb(String lower) {
        return VERBS.startsWith(lower);
    }

    static boolean isVerbAt(String lower, int at) {
        return VERBS.match(lower, at) != null;
    }

    /** "Điểm quan trắc: Thực hiện quan trắc …": an instruction behind a label. */
    static boolean isLabelled(Node node) {
        int colon = node.lower().indexOf(": ");
        return colon > 0
                && colon < LONGEST_LABEL
                && VERBS.match(node.lower(), Words.skipSpaces(node.lower(), colon + 1)) != null;
    }

    /** "Tổ chức …", "Sở Y tế chủ trì …", "Giao Văn phòng …", "Sở Tài chính: Cân đối …". */
    static boolean isAction(Node node) {
        return node.acts(Actions::orders);
    }

    private static boolean orders(Node node) {
        var lower = node.lower();
        if (lower.isEmpty()) return false;
        if (isVerb(lower)) return true;
        return chargedIn(node) != null;
    }

    /** The units an item charges with something; null when it begins otherwise or tells what they did: "UBND xã đã …". */
    static UnitReader.@Nullable Subject chargedIn(Node node) {
        var subject = UnitReader.subject(node.text(), node.lower());
        return subject != null && subject.acts() && !isPast(node.lower(), subject.end()) ? subject : null;
    }

    private static boolean isPast(String lower, int predicate) {
        return Words.at(lower, predicate, "đã")
                || Words.at(lower, predicate, "chưa")
                || Words.at(lower, predicate, "còn");
    }
}
