package vn.binhdang.document.approval;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.binhdang.organisation.OfficeHeld;
import vn.binhdang.organisation.Rank;

/** What the office of the head of an agency is called on a day, also while nobody holds it. */
final class OfficeTitles {
    private static final String ACTING = "quyền ";
    private static final String DEPUTY = "phó ";

    private OfficeTitles() {}

    /** Empty when neither a head nor a deputy is recorded. */
    static Optional<String> ofHead(List<OfficeHeld> offices) {
        return offices.stream()
                .filter(o -> o.rank() == Rank.HEAD)
                .map(OfficeHeld::title)
                .findFirst()
                .or(() -> offices.stream()
                        .filter(o -> o.rank() == Rank.ACTING_HEAD)
                        .map(o -> without(ACTING, o.title()))
                        .findFirst())
                // A deputy put in charge of an agency without a head still signs KT. of the head's office.
                .or(() -> offices.stream()
                        .filter(o -> o.rank() == Rank.DEPUTY_HEAD)
                        .map(o -> without(DEPUTY, o.title()))
                        .findFirst());
    }

    /** "Quyền Giám đốc" is "Giám đốc": the capacity Q. says the rest. */
    static String withoutActing(String title) {
        return without(ACTING, title);
    }

    private static String without(String prefix, String title) {
        if (!title.toLowerCase(Locale.ROOT).startsWith(prefix)) return title;
        String rest = title.substring(prefix.length()).strip();
        return rest.substring(0, 1).toUpperCase(Locale.ROOT) + rest.substring(1);
    }
}
