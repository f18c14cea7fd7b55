package vn.binhdang.execution.urging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer that the office heard, to be written down or corrected.
 * @param unit that was urged
 * @param thing for which
 * @param overtaken that somebody else changed the record meanwhile, in words; may be empty
 * @param correcting one that was written down before; else it is new
 * @param withdrawAction empty for a new one
 */
public record HeardPage(
        List<Tab> tabs,
        String title,
        String backHref,
        String unit,
        String thing,
        String overtaken,
        boolean correcting,
        String action,
        List<Choice> ways,
        @Nullable String wayMistake,
        String who,
        @Nullable String whoMistake,
        String on,
        @Nullable String onMistake,
        ReplyFields reply,
        String withdrawAction,
        @Nullable String reasonMistake) {
    public record Choice(String value, String words, boolean chosen) {}
}
