package vn.binhdang.document.checking;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Finding;
import vn.binhdang.document.ReadDocument;
import vn.binhdang.document.SourceText;

/**
 * Looks over a document before (and after) it is issued: form after Decree 30/2020/NĐ-CP, and what a plan needs so that it
 * can be carried out. What the reader already said of the text is not said again; the two lists are shown together.
 * Findings come in the order of the rules, those of one rule in the order of the document.
 *
 * <p>Errors break the decree, warnings are probable slips, proposals would make the document better.
 */
public final class DocumentChecker {
    /** Every rule, in the order in which a document is read: heading, bases, text, tasks, closing, page. */
    private static final List<Rule> RULES = List.of(
            // heading
            HeaderRules::nationalName,
            HeaderRules::nationalMotto,
            HeaderRules::issuingAgency,
            HeaderRules::number,
            HeaderRules::numberWithoutZero,
            HeaderRules::typeAndSymbol,
            HeaderRules::abbreviations,
            HeaderRules::day,
            HeaderRules::dateWithoutZero,
            HeaderRules::type,
            HeaderRules::subject,
            AgencyRules::addressees,
            // bases and other cited documents
            CitationRules::basisEndMark,
            CitationRules::citationDate,
            CitationRules::citationIssuer,
            CitationRules::citedOnDayOfRest,
            CitationRules::citedAfterDocument,
            CitationRules::citedWithoutForce,
            AgencyRules::issuersOfBases,
            ProgrammeRules::programmePeriod,
            // text
            NumberingRules::repeated,
            NumberingRules::skipped,
            PointLetterRules::foreignLetter,
            PointLetterRules::skippedDd,
            PointLetterRules::shifted,
            PointLetterRules::orderOfLetters,
            DateRules::weekdayOfDate,
            DateRules::impossibleDate,
            // tasks
            TaskRules::withoutLead,
            TaskRules::withoutDeadline,
            TaskRules::withoutOutput,
            TaskRules::dueBeforeStart,
            TaskRules::dueBeforeDocument,
            TaskRules::outsidePlan,
            // closing
            ClosingRules::endMark,
            RecipientRules::none,
            RecipientRules::archiveLine,
            RecipientRules::archiveLineLast,
            RecipientRules::repeated,
            AgencyRules::recipients,
            ClosingRules::signer,
            ClosingRules::deputyTitle,
            ClosingRules::honour,
            // page
            LayoutRules::paper,
            LayoutRules::topMargin,
            LayoutRules::bottomMargin,
            LayoutRules::leftMargin,
            LayoutRules::rightMargin,
            LayoutRules::font,
            LayoutRules::size,
            LayoutRules::pageNumber);

    private final Reference reference;

    /** Without an agency's own table of abbreviations: unknown ones are not remarked upon. */
    public DocumentChecker() {
        this(Reference.standard());
    }

    /** @param abbreviations of units and agencies, as they stand in symbols: SKHCN, UBND, VP */
    public DocumentChecker(Set<String> abbreviations) {
        this(Reference.standard().withAbbreviations(abbreviations));
    }

    private DocumentChecker(Reference reference) {
        this.reference = reference;
    }

    /** A file that was brought, with its text. */
    public List<Finding> check(ReadDocument read) {
        return check(read.document(), read.source(), null, false);
    }

    /** A file that was brought, with its text and its layout. */
    public List<Finding> check(ReadDocument read, LayoutFacts layout) {
        return check(read.document(), read.source(), layout, false);
    }

    /** A draft of the product; there is no text beside it. */
    public List<Finding> check(AdministrativeDocument draft) {
        return check(draft, null, null, false);
    }

    /** A draft of the product and the file that was made of it. */
    public List<Finding> check(AdministrativeDocument draft, LayoutFacts layout) {
        return check(draft, null, layout, false);
    }

    /** A document that counts as issued: number, day and signer are no longer only reminders. */
    public List<Finding> checkIssued(AdministrativeDocument issued, @Nullable LayoutFacts layout) {
        return check(issued, null, layout, true);
    }

    /** A file of a document that counts as issued. */
    public List<Finding> checkIssued(ReadDocument read, @Nullable LayoutFacts layout) {
        return check(read.document(), read.source(), layout, true);
    }

    private List<Finding> check(
            AdministrativeDocument document,
            @Nullable SourceText source,
            @Nullable LayoutFacts layout,
            boolean issued) {
        var checked = new CheckedDocument(document, source, layout, issued, reference);
        return RULES.stream().flatMap(rule -> rule.check(checked)).toList();
    }
}
