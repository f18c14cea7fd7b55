package vn.binhdang.document.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.binhdang.document.DocumentState;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.web.Text;

class ActTest {

    @Test
    void the_way_of_a_document_is_draft_submitted_approved_issued() {
        var state = Act.ISSUE.from(Act.APPROVE.from(Act.SUBMIT.from(DocumentState.DRAFT)));
        assertThat(state).isEqualTo(DocumentState.ISSUED);
    }

    @Test
    void what_came_back_is_submitted_again() {
        assertThat(Act.SUBMIT.from(Act.SEND_BACK.from(DocumentState.SUBMITTED))).isEqualTo(DocumentState.SUBMITTED);
    }

    @Test
    void an_approval_can_be_undone_until_the_document_is_issued() {
        assertThat(Act.SEND_BACK.from(DocumentState.APPROVED)).isEqualTo(DocumentState.SENT_BACK);
        assertThatThrownBy(() -> Act.SEND_BACK.from(DocumentState.ISSUED)).isInstanceOf(Refused.class);
    }

    @Test
    void every_other_step_is_refused_with_where_the_document_stands() {
        var allowed = List.of(
                "SUBMIT DRAFT",
                "SUBMIT SENT_BACK",
                "WITHDRAW SUBMITTED",
                "SEND_BACK SUBMITTED",
                "SEND_BACK APPROVED",
                "APPROVE SUBMITTED",
                "ISSUE APPROVED",
                "SUPERSEDE ISSUED",
                "RECALL ISSUED");
        var possible = new ArrayList<String>();
        for (var act : Act.values())
            for (var state : DocumentState.values())
                try {
                    act.from(state);
                    possible.add(act + " " + state);
                } catch (Refused refused) {
                    assertThat(refused.messageKey()).isEqualTo("document.approval.stands." + state.word());
                }
        assertThat(possible).containsExactlyInAnyOrderElementsOf(allowed);
    }

    @Test
    void only_the_head_approves_and_only_the_office_issues() {
        assertThat(Act.APPROVE.isOpenTo(actor(Role.OFFICE_CLERK), DocumentState.SUBMITTED))
                .isFalse();
        assertThat(Act.APPROVE.isOpenTo(actor(Role.HEAD), DocumentState.SUBMITTED))
                .isTrue();
        assertThat(Act.ISSUE.isOpenTo(actor(Role.HEAD), DocumentState.APPROVED)).isFalse();
        assertThat(Act.ISSUE.isOpenTo(actor(Role.HEAD, Role.RECORDS_CLERK), DocumentState.APPROVED))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(DocumentState.class)
    void every_state_has_its_words_in_both_languages(DocumentState state) {
        for (var text : List.of(Text.in(Text.VIETNAMESE), Text.in(Text.ENGLISH)))
            assertThat(text.has("document.state." + state.word())
                            && text.has("document.approval.stands." + state.word()))
                    .isTrue();
    }

    private static Actor actor(Role... roles) {
        return Actor.of(AccountId.create(), PersonId.create(), UnitId.create(), UnitId.create(), Set.of(roles));
    }
}
