package vn.binhdang.document.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.PartialDate;
import vn.binhdang.document.Finding;
import vn.binhdang.document.Finding.Mend;
import vn.binhdang.document.Finding.Severity;

/** What the reader itself could not find, or found only by inference; each a sentence in document_vi.properties. */
final class ReadingFindings {
    private final List<Finding> findings = new ArrayList<>();

    private ReadingFindings() {}

    static List<Finding> of(
            Header header,
            @Nullable String type,
            @Nullable String subject,
            @Nullable Issuing issuing,
            Recipients recipients,
            boolean empty) {
        var found = new ReadingFindings();
        if (empty) {
            found.warn("nothingRead", null);
            return found.findings;
        }
        found.aboutNumber(header);
        found.aboutDate(header.date(), header.dateLine());
        found.aboutHeader(header, issuing);
        if (type == null) found.warn("typeMissing", null);
        if (subject == null) found.warn("subjectMissing", null);
        if (recipients.lines().isEmpty()) found.warn("recipientsMissing", null);
        var signature = recipients.signature();
        if (signature == null) found.warn("signatureMissing", null);
        else if (signature.name() == null) found.warn("signerMissing", null);
        return found.findings;
    }

    private void aboutNumber(Header header) {
        if (header.symbol() == null) warn("symbolMissing", null);
        else if (header.number() == null) warn("numberMissing", header.numberLine(), header.symbol());
    }

    private void aboutDate(@Nullable PartialDate date, @Nullable Integer line) {
        if (date == null) warn("dateMissing", null);
        else if (date.year() == null) warn("yearMissing", line);
        else if (date.month() == null) warn("monthMissing", line, String.valueOf(date.year()));
        else if (date.day() == null)
            warn("dayMissing", line, String.valueOf(date.month()), String.valueOf(date.year()));
    }

    private void aboutHeader(Header header, @Nullable Issuing issuing) {
        if (!header.hasNationalName()) warn("nationalNameMissing", null);
        if (header.issuingAgency() != null) return;
        if (issuing == null) {
            warn("agencyMissing", null);
            return;
        }
        findings.add(new Finding(
                "document.reading.agencyInferred",
                Severity.PROPOSAL,
                List.of(issuing.agency(), issuing.words()),
                issuing.line(),
                new Mend("issuingAgency", issuing.agency())));
    }

    private void warn(String code, @Nullable Integer line, String... arguments) {
        findings.add(Finding.of(Severity.WARNING, "document.reading." + code, line, arguments));
    }
}
