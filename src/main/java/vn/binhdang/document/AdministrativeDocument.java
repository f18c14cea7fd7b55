package vn.binhdang.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.PartialDate;

/**
 * An administrative document in the parts that Decree 30/2020/NĐ-CP gives it (annex I). Values keep the spelling of the
 * document; {@code null} or an empty list where the text does not say. Nothing is inferred here: what can be inferred
 * stands in {@code findings} as a proposal.
 *
 * @param documentType name of the type (Kế hoạch, Báo cáo, Công văn …)
 * @param issuingAgency header lines of the issuing agency, joined by a space
 * @param parentAgency header lines of the agency above it
 * @param number what stands before the first "/"; null in a draft, where the number is not given yet
 * @param symbol what stands after it (KH-SKHCN)
 * @param place địa danh
 * @param subjectLine trích yếu, lines joined; without "V/v"
 * @param addressees lines of Kính gửi without dash and end mark
 * @param legalBases the căn cứ, in the order printed
 * @param sections headings only, as a tree
 * @param body everything between the bases and the recipients, in the order printed, headings included
 * @param tasks the smallest actionable items of the body and of its annexes
 * @param citedDocuments every document cited from the title to the end of the body
 * @param recipients lines of Nơi nhận without dash and end mark, the archive line last
 * @param annexes phụ lục, in the order printed
 */
public record AdministrativeDocument(
        @Nullable String documentType,
        @Nullable String issuingAgency,
        @Nullable String parentAgency,
        @Nullable String number,
        @Nullable String symbol,
        @Nullable String place,
        @Nullable PartialDate date,
        @Nullable String subjectLine,
        List<String> addressees,
        List<LegalBasis> legalBases,
        List<Section> sections,
        List<Block> body,
        List<DocumentTask> tasks,
        List<CitedDocument> citedDocuments,
        List<String> recipients,
        @Nullable Signature signature,
        List<Annex> annexes,
        List<Finding> findings) {

    public AdministrativeDocument {
        addressees = List.copyOf(addressees);
        legalBases = List.copyOf(legalBases);
        sections = List.copyOf(sections);
        body = List.copyOf(body);
        tasks = List.copyOf(tasks);
        citedDocuments = List.copyOf(citedDocuments);
        recipients = List.copyOf(recipients);
        annexes = List.copyOf(annexes);
        findings = List.copyOf(findings);
    }

    /** The same head and end with other words; what was read out of the old ones (sections, tasks, citations, findings) goes. */
    public AdministrativeDocument withWords(List<LegalBasis> newBases, List<Block> newBody, List<Annex> newAnnexes) {
        return with(newBases, List.of(), newBody, List.of(), List.of(), newAnnexes, List.of());
    }

    public AdministrativeDocument withAnnexes(List<Annex> newAnnexes) {
        return with(legalBases, sections, body, tasks, citedDocuments, newAnnexes, findings);
    }

    private AdministrativeDocument with(
            List<LegalBasis> newBases,
            List<Section> newSections,
            List<Block> newBody,
            List<DocumentTask> newTasks,
            List<CitedDocument> newCitations,
            List<Annex> newAnnexes,
            List<Finding> newFindings) {
        return new AdministrativeDocument(
                documentType,
                issuingAgency,
                parentAgency,
                number,
                symbol,
                place,
                date,
                subjectLine,
                addressees,
                newBases,
                newSections,
                newBody,
                newTasks,
                newCitations,
                recipients,
                signature,
                newAnnexes,
                newFindings);
    }
}
