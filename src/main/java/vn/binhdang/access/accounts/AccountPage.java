package vn.binhdang.access.accounts;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One account with the roles given to it.
 * @param own it is the reader's: others change it
 * @param mayChange the reader may change it
 * @param done message key of what was just done; null otherwise
 * @param problem which form was refused, with the reason
 */
public record AccountPage(
        String address,
        String name,
        String office,
        String unit,
        String username,
        boolean closed,
        boolean own,
        boolean mayChange,
        List<Held> roles,
        List<Handed> handed,
        @Nullable GiveForm give,
        @Nullable String done,
        @Nullable Problem problem) {

    /**
     * @param state "holds", "ahead" or "over": last part of message keys
     * @param to the last day; empty while there is none
     * @param correct address of the page that corrects it, and of the form that ends it with /end; empty when it is over
     * @param ending what was typed to end it, when that was refused
     */
    public record Held(
            String roleKey,
            String scope,
            boolean below,
            String from,
            String to,
            String reference,
            String givenBy,
            String state,
            String correct,
            boolean corrected,
            @Nullable Ending ending) {

        /** Id of the field for the last day: there is one for each role. */
        public String lastDayField() {
            return "lastDay-" + correct.substring(correct.lastIndexOf('/') + 1);
        }

        Held ended(@Nullable Ending refused) {
            return new Held(roleKey, scope, below, from, to, reference, givenBy, state, correct, corrected, refused);
        }
    }

    /** @param mistake message key of what is wrong with the last day; null when something else was refused */
    public record Ending(String lastDay, @Nullable String mistake) {}

    /** A role held for somebody else. */
    public record Handed(String capacityKey, String behalf, String roleKey, String scope) {}

    /** @param mistakes message key by field */
    public record GiveForm(
            String action,
            GrantForm typed,
            List<Choice> roles,
            List<Choice> scopes,
            String scopeWords,
            Map<String, String> mistakes) {
        public boolean chosen(Choice choice, @Nullable String value) {
            return choice.value().equals(value);
        }
    }

    /** @param label a name, or a message key for roles */
    public record Choice(String value, String label) {}

    public record Problem(String form, String messageKey, List<Object> arguments) {}
}
