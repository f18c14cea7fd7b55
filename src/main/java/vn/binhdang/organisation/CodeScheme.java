package vn.binhdang.organisation;

import java.util.regex.Pattern;

/** Lists of codes that others gave to units; within one of them a code names one unit on a day. */
public enum CodeScheme {
    /** List of administrative units: two digits for a province, three for a district, five for a commune. */
    ADMINISTRATIVE("\\d{2}|\\d{3}|\\d{5}", 5),
    /** QĐ 20/2020/QĐ-TTg: groups of digits and capital letters split by dots, from level 1 on the left. */
    E_IDENTIFIER("[0-9A-Z]+(\\.[0-9A-Z]+)*", 35);

    private final Pattern shape;
    private final int longest;

    CodeScheme(String shape, int longest) {
        this.shape = Pattern.compile(shape);
        this.longest = longest;
    }

    public boolean admits(String code) {
        return code.length() <= longest && shape.matcher(code).matches();
    }

    public String messageKey() {
        return this == ADMINISTRATIVE ? "organisation.code.administrative" : "organisation.code.eIdentifier";
    }
}
