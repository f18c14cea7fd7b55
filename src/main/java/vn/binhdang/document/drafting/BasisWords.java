package vn.binhdang.document.drafting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.LegalBasis;

/** The words of a căn cứ and what was understood of them. */
final class BasisWords {
    private BasisWords() {}

    /** One line without the end mark, which printing sets (";" and "." for the last). */
    static String clean(String typed) {
        return Typed.line(typed).replaceFirst("[;.\\s]+$", "");
    }

    /** What was read of a basis stays only as far as the new words still say it. */
    static LegalBasis reword(LegalBasis basis, String text) {
        return new LegalBasis(
                text,
                said(basis.type(), text),
                said(basis.number(), text),
                basis.date() != null && saysDate(basis.date(), text) ? basis.date() : null,
                said(basis.issuer(), text),
                basis.lines());
    }

    private static @Nullable String said(@Nullable String part, String text) {
        return part != null && text.contains(part) ? part : null;
    }

    private static boolean saysDate(LocalDate date, String text) {
        String plain = "%d/%d/%d".formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear());
        String inWords = "%d tháng %d năm %d".formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear());
        String withoutZeros = text.replaceAll("\\b0(\\d)", "$1");
        return withoutZeros.contains(plain) || withoutZeros.contains(inWords);
    }
}
