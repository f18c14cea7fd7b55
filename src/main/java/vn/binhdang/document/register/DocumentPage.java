package vn.binhdang.document.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.DocumentState;
import vn.binhdang.document.Finding;
import vn.binhdang.organisation.PrintedUnits;

/**
 * One document as its visitor may see and handle it now.
 *
 * @param title type and subject
 * @param named whom the text names as addressees and recipients, each led to the unit of the document's day
 * @param previewHtml the document as printed; made by the writer, which escapes every text
 * @param mark of the text shown; sent back with each act, so that nothing unread is approved
 * @param findings what blocks submission or should be looked at; empty unless this visitor may submit
 * @param editor where it is written; null when this visitor may not write it now
 * @param home where people go on with it; null while it is not issued or when it has no other place
 * @param concerns the document that this one corrects, replaces or takes back
 * @param later documents that correct, replace or take back this one
 * @param problem why the last act was refused
 * @param done the act that was just done: "issue"; null when the page is simply opened
 */
public record DocumentPage(
        String id,
        DocumentState state,
        String title,
        Facts facts,
        List<StepLine> steps,
        List<PrintedUnits.Line> named,
        String previewHtml,
        String mark,
        List<Finding> findings,
        Actions actions,
        List<SignerChoice> signers,
        @Nullable IssueForm issueForm,
        @Nullable String editor,
        @Nullable String home,
        @Nullable Related concerns,
        List<Related> later,
        @Nullable Problem problem,
        Typed typed,
        @Nullable String done) {

    public boolean blocked() {
        return findings.stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR);
    }

    public boolean toConfirm() {
        return findings.stream().anyMatch(f -> f.severity() == Finding.Severity.WARNING);
    }

    /** Whether a problem belongs to a form; on the page it stands beside it. */
    public boolean failed(String form) {
        return problem != null && problem.form().equals(form);
    }

    /** Dates as dd/mm/yyyy, empty where there is nothing yet. */
    public record Facts(
            String kindKey, String numberAndSymbol, String issuedOn, String approvedOn, String signer, String unit) {}

    /**
     * @param forKey message key of the capacity when it was not an own role, with the name of {@code behalf}
     * @param when dd/mm/yyyy hh:mm in Viet Nam
     */
    public record StepLine(
            DocumentState to,
            String who,
            @Nullable String forKey,
            String behalf,
            String when,
            @Nullable String reason) {}

    /** What this visitor may do now; a button is shown for each and for nothing else. */
    public record Actions(
            boolean submit,
            boolean withdraw,
            boolean sendBack,
            boolean approve,
            boolean issue,
            boolean correct,
            boolean replace,
            boolean recall) {
        public boolean any() {
            return submit || withdraw || sendBack || approve || issue;
        }
    }

    /** @param value person and capacity, as the form sends them
     * @param asDrafted the one whom the text names */
    public record SignerChoice(String value, String printed, boolean asDrafted) {}

    /** @param day today, or what was typed, as typed */
    public record IssueForm(String proposed, String day, String earliest, String latest, List<Finding> warnings) {}

    public record Related(String href, String relationKey, String title, DocumentState state) {}

    /** @param arguments of the sentence */
    public record Problem(String form, String messageKey, List<Object> arguments) {}

    /** What was typed into the forms, kept when an act is refused. */
    public record Typed(String reason, List<List<String>> misprints, String recallReason) {
        /** Rows of an erratum offered at once. */
        static final int MISPRINTS = 3;

        static final Typed NOTHING = new Typed("", List.of(), "");

        public List<List<String>> misprintRows() {
            var rows = new java.util.ArrayList<>(misprints);
            while (rows.size() < MISPRINTS) rows.add(List.of("", "", ""));
            return rows;
        }
    }
}
