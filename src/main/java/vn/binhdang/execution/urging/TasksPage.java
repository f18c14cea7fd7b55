package vn.binhdang.execution.urging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Open tasks to choose from. */
public record TasksPage(
        List<Tab> tabs,
        String words,
        String unit,
        @Nullable String unitMistake,
        String due,
        boolean unanswered,
        List<Choice> dues,
        List<Row> rows,
        String next) {
    public record Choice(String value, String words, boolean chosen) {}

    /** @param choosable a unit leads it and no letter about it is being prepared */
    public record Row(
            String id,
            String href,
            String text,
            String plan,
            String unit,
            String due,
            boolean late,
            String state,
            String stateMark,
            String urged,
            boolean choosable) {}
}
