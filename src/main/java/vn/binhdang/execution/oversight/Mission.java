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
 * @param decisionNumber number and symbol, of another body's decision as that prints it; empty until it is issued
 * @param checklistId null for a mission of another body, which brings its own questions
 * @param body which other body carries it out; null when the agency itself does
 */
record Mission(
        MissionId id,
        UnitId agency,
        OversightKind kind,
        String subject,
        LocalDate fromDay,
        LocalDate toDay,
        @Nullable UUID checklistId,
        @Nullable DocumentId decision,
        @Nullable DocumentState decisionState,
        String decisionNumber,
        @Nullable LocalDate decidedOn,
        @Nullable DocumentId conclusion,
        @Nullable DocumentState conclusionState,
        String conclusionNumber,
        @Nullable String cancelReason,
        int version,
        Phase phase,
        @Nullable OtherBody body) {

    /**
     * A body outside that sends a team, and what its papers say.
     * @param arrival number in the book of incoming documents; empty when none was noted
     * @param concludedOn day of the conclusion; null until it is recorded
     */
    record OtherBody(
            String name,
            String basis,
            String arrival,
            @Nullable UUID decisionFile,
            @Nullable LocalDate concludedOn,
            String conclusionArrival,
            String summary,
            @Nullable UUID conclusionFile) {}

    boolean ofOtherBody() {
        return body != null;
    }

    LocalDate lastDay() {
        return toDay.minusDays(1);
    }

    boolean cancelled() {
        return phase == Phase.CANCELLED;
    }

    /** Days, team and units may change: nobody has the decision before them, and it is not issued. */
    boolean preparing() {
        return !cancelled() && body == null && (decisionState == null || decisionState.editable());
    }

    boolean decided() {
        return body != null || decisionState == DocumentState.ISSUED;
    }

    /**
     * Findings and recommendations may change: what is concluded is concluded. Those of another body are copied from its
     * papers, most of them from its conclusion.
     */
    boolean open() {
        if (body != null) return !cancelled();
        return !cancelled() && decided() && (conclusionState == null || conclusionState.editable());
    }

    boolean concluded() {
        return body == null ? conclusionState == DocumentState.ISSUED : body.concludedOn() != null;
    }
}
