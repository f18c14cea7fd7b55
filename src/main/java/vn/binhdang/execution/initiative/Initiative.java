package vn.binhdang.execution.initiative;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param toDay the last day of the pilot
 * @param runs of this and what follows a list knows nothing
 * @param places names of the units where it is tried
 */
record Initiative(
        UUID id,
        UUID agencyId,
        UUID unitId,
        UUID authorAccount,
        UUID authorId,
        InitiativeKind kind,
        String title,
        String problem,
        String proposal,
        String beneficiaries,
        String expected,
        Phase phase,
        String reason,
        @Nullable LocalDate fromDay,
        @Nullable LocalDate toDay,
        @Nullable UUID responsibleId,
        @Nullable Long costPlanned,
        @Nullable Long costSpent,
        String costSource,
        String conclusion,
        String evidence,
        String lessons,
        @Nullable LocalDate concludedOn,
        @Nullable Outcome outcome,
        String outcomeReason,
        @Nullable LocalDate outcomeOn,
        @Nullable UUID originId,
        int version,
        LocalDate createdOn,
        boolean runs,
        boolean decides,
        boolean assesses,
        String author,
        String responsible,
        String places) {}
