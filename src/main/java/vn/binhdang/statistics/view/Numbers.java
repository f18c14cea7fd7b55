package vn.binhdang.statistics.view;

import java.math.BigDecimal;
import java.text.NumberFormat;
import vn.binhdang.web.Text;

/** Numbers as they are written in the language of the page: 1.234,5 or 1,234.5. */
final class Numbers {
    private final NumberFormat format;

    Numbers(Text t) {
        format = NumberFormat.getInstance(t.locale());
    }

    String print(BigDecimal number, int decimals) {
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }

    /** With as many decimals as it has. */
    String plain(BigDecimal number) {
        return print(number, Math.max(0, number.stripTrailingZeros().scale()));
    }

    String print(long number) {
        return print(BigDecimal.valueOf(number), 0);
    }

    /** "+3,5", "−2,0": with a real minus, which a reader aloud says. */
    String difference(BigDecimal number, int decimals) {
        var sign = number.signum() > 0 ? "+" : number.signum() < 0 ? "−" : "±";
        return sign + print(number.abs(), decimals);
    }
}
