package vn.binhdang.plan.drafting;

import java.util.Map;

/** What could not be understood in a task's form, by field: the editor's script puts each beside its field. */
public record TaskMistakes(Map<String, String> mistakes) {}
