package vn.binhdang.execution.oversight;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.DocumentState;
import vn.binhdang.kernel.UnitId;

/**
 * One inspection, check or supervision, as it stands on a day.
 * @param toDay the day after its last
 * @param decision the document that sends the team out; null until it is drafted
 * @param decisionNumber number and symbol; empty until it is issued
 */
record Mission(
        MissionId id,
        UnitId agency,
        OversightKind kind,
        String subject,
        LocalDate fromDay,
        LocalDate toDay,
        UUID checklistId,
        @Nullable DocumentId decision,
        @Nullable DocumentState decisionState,
        String decisionNumber,
        @Nullable LocalDate decidedOn,
        @Nullable DocumentId conclusion,
        @Nullable DocumentState conclusionState,
        String conclusionNumber,
        @Nullable String cancelReason,
        int version,
        Phase phase) {

    LocalDate lastDay() {
        return toDay.minusDays(1);
    }

    boolean cancelled() {
        return phase == Phase.CANCELLED;
    }

    /** Days, team and units may change: nobody has the decision before them, and it is not issued. */
    boolean preparing() {
        return !cancelled() && (decisionState == null || decisionState.editable());
    }

    boolean decided() {
        return decisionState == DocumentState.ISSUED;
    }

    /** Findings and recommendations may change: what is concluded is concluded. */
    boolean open() {
        return !cancelled() && decided() && (conclusionState == null || conclusionState.editable());
    }

    boolean concluded() {
        return conclusionState == DocumentState.ISSUED;
    }
}
