package vn.binhdang.kernel;

import java.util.Locale;
import java.util.Set;

/**
 * Everything that can be done, and nothing else: each address of the product names one of these ({@link Allows}), and
 * which roles may do it stands in {@code data/permissions.csv}. Where the actor may do it is {@link Actor#reach}.
 */
public enum Action {
    // documents and plans
    READ_DOCUMENTS,
    READ_DRAFTS,
    WRITE_DOCUMENTS,
    APPROVE_DOCUMENTS,
    ISSUE_DOCUMENTS,
    DELEGATE_SIGNING,
    // plans that go down from one agency to many
    PASS_DOWN,
    READ_CASCADES,
    CONFIRM_RECEIPT,
    // tasks
    REPORT_TASKS,
    FOLLOW_UP_TASKS,
    READ_ORIGINALS,
    WATCH_TASKS,
    // urging
    URGE_TASKS,
    URGE_BELOW,
    ANSWER_URGING,
    SET_URGING,
    COMMENT_TASKS,
    // inspection, check, supervision
    READ_OVERSIGHT,
    PLAN_OVERSIGHT,
    APPROVE_OVERSIGHT,
    CARRY_OUT_OVERSIGHT,
    ANSWER_RECOMMENDATIONS,
    // initiatives and pilot models
    PROPOSE_INITIATIVES,
    ASSESS_INITIATIVES,
    DECIDE_INITIATIVES,
    RUN_INITIATIVES,
    // units
    READ_UNITS,
    CHANGE_UNITS,
    // people
    READ_PEOPLE,
    CHANGE_PEOPLE,
    READ_PEOPLE_FIGURES,
    READ_OWN_RECORD,
    ANSWER_DATA_REQUESTS,
    // accounts and roles
    USE_OWN_ACCOUNT,
    READ_ACCOUNTS,
    CHANGE_ACCOUNTS,
    DELEGATE_ROLES,
    // the record of deeds
    READ_AUDIT,
    // statistics
    READ_STATISTICS,
    ENTER_STATISTICS,
    SUBMIT_STATISTICS,
    ACCEPT_STATISTICS,
    DEFINE_STATISTICS,
    PUBLISH_STATISTICS,
    ARRANGE_STATISTICS,
    // keeping it running
    OPERATE;

    /** The roles that may do it. */
    public Set<Role> roles() {
        return Permissions.rolesOf(this);
    }

    /** Whether every role may do it, so that it needs no more than some role in the agency. */
    public boolean isEverybodys() {
        return roles().size() == Role.values().length;
    }

    /** "writeDocuments": the last part of message keys. */
    public String word() {
        return word(name());
    }

    static String word(String constant) {
        var word = new StringBuilder();
        for (String part : constant.toLowerCase(Locale.ROOT).split("_"))
            word.append(word.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        return word.toString();
    }
}
