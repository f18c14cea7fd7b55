package vn.binhdang.plan;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import vn.binhdang.document.DocumentId;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.web.Text;

/** What amended an issued plan, for pages that show the plan or one of its tasks. */
public interface PlanAmendments {
    /** Those in force, the latest first. The caller has found the plan for the actor before. */
    List<Amended> inForce(PlanId plan);

    /** What amendments in force did to one task, the oldest first. The caller has found its plan for the actor before. */
    List<TaskAmended> ofTask(TaskId task, Text t);

    /**
     * @param numberAndSymbol as printed: "12/KH-SKHCN"
     * @param added tasks, as {@code changed} and {@code dropped}
     * @param parts purposes, targets and rows of annexes that it added, changed or took out
     */
    record Amended(
            DocumentId document,
            String numberAndSymbol,
            LocalDate issuedOn,
            int added,
            int changed,
            int dropped,
            int parts) {
        /** Where it is read. */
        public String href() {
            return "/amendments/" + document;
        }
    }

    /**
     * @param by who issued it, sitting in {@code unit}
     * @param deed a sentence that names the document
     * @param words field by field what it said before and says now, and the reason; may be empty
     */
    record TaskAmended(
            DocumentId document,
            LocalDate issuedOn,
            OffsetDateTime at,
            AccountId by,
            UnitId unit,
            String deed,
            String words) {}
}
