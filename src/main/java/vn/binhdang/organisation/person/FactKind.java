package vn.binhdang.organisation.person;

import java.util.List;
import java.util.Locale;

/** What holds for a person from a day to a day beside the offices, and the values it can have. */
public enum FactKind {
    /** Công chức, viên chức, người lao động. */
    LEGAL_STATUS("CIVIL_SERVANT", "PUBLIC_EMPLOYEE", "CONTRACT_WORKER"),
    /** Ngạch công chức hoặc hạng viên chức tương đương. */
    GRADE("SENIOR", "PRINCIPAL", "SPECIALIST", "ASSISTANT", "EMPLOYEE"),
    /** Trình độ đào tạo cao nhất. */
    DEGREE("DOCTOR", "MASTER", "BACHELOR", "COLLEGE", "INTERMEDIATE", "OTHER"),
    /** Đoàn viên công đoàn. */
    TRADE_UNION("MEMBER"),
    /** Đoàn viên Đoàn Thanh niên. */
    YOUTH_UNION("MEMBER"),
    /** Ủy viên cấp ủy: whether, not of which Party body. */
    PARTY_COMMITTEE("MEMBER");

    private final List<String> values;

    FactKind(String... values) {
        this.values = List.of(values);
    }

    public List<String> choices() {
        return values;
    }

    /** Whether one either has it or not. */
    public boolean isMembership() {
        return values.size() == 1;
    }

    /** "legalStatus": the last part of message keys. */
    public String word() {
        return word(name());
    }

    /** The key of the words for a value: "organisation.person.grade.SENIOR". */
    public String messageKey(String value) {
        return "organisation.person.%s.%s".formatted(word(), value);
    }

    static String word(String constant) {
        var word = new StringBuilder();
        for (String part : constant.toLowerCase(Locale.ROOT).split("_"))
            word.append(word.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        return word.toString();
    }
}
