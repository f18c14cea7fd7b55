package vn.binhdang.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ActorTest {
    private final UnitId department = UnitId.create();
    private final UnitId division = UnitId.create();

    @Test
    void a_role_allows_what_the_table_of_permissions_says_and_nothing_else() {
        var clerk = holding(new Grant(Role.OFFICE_CLERK, department, true));
        assertThat(clerk.may(Action.WRITE_DOCUMENTS)).isTrue();
        assertThat(clerk.may(Action.ISSUE_DOCUMENTS)).isFalse();
        assertThatThrownBy(() -> clerk.must(Action.ISSUE_DOCUMENTS))
                .isInstanceOf(NotAllowed.class)
                .hasMessage("kernel.notAllowed.issueDocuments");
    }

    @Test
    void one_of_several_actions_is_enough() {
        holding(new Grant(Role.HEAD, department, true)).must(Action.WRITE_DOCUMENTS, Action.APPROVE_DOCUMENTS);
    }

    @Test
    void an_action_reaches_only_the_scopes_of_the_roles_that_allow_it() {
        var actor = holding(new Grant(Role.STAFF, department, true), new Grant(Role.DIVISION_HEAD, division, false));
        assertThat(actor.reach(Action.READ_PEOPLE)).isEqualTo(new Reach(Set.of(), Set.of(division)));
        assertThat(actor.reach(Action.REPORT_TASKS)).isEqualTo(new Reach(Set.of(department), Set.of(division)));
        assertThat(actor.reach(Action.OPERATE).isEmpty()).isTrue();
    }

    private Actor holding(Grant... grants) {
        return new Actor(AccountId.create(), PersonId.create(), department, division, Set.of(grants));
    }
}
