package vn.binhdang.access.delegation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of one kind.
 * @param people to choose from; empty when there are too many, then the name is typed
 * @param forAbsent a substitute can be named for others than oneself, too
 * @param roles own ones that can be handed on; empty where the kind says which it is
 * @param scopes to choose from; empty when there are too many, then the name is typed
 * @param mistakes message key by field
 * @param problem message key of the rule that forbids it
 */
public record NewDelegationPage(
        String kind,
        String word,
        RoleDelegationForm typed,
        List<Choice> people,
        boolean forAbsent,
        Field to,
        Field absent,
        List<Choice> roles,
        boolean namesScope,
        List<Choice> scopes,
        String scopeWords,
        boolean endNeeded,
        Map<String, String> mistakes,
        @Nullable String problem) {
    /**
     * A person, chosen or typed by name.
     * @param words as they are typed
     * @param similar whom the words could mean, when they mean nobody or several
     */
    public record Field(@Nullable String chosen, String words, List<String> similar) {}

    /** @param label a name, or a message key for roles */
    public record Choice(String value, String label) {
        public boolean chosen(@Nullable String typed) {
            return value.equals(typed);
        }
    }
}
