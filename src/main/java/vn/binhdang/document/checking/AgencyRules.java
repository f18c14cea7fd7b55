package vn.binhdang.document.checking;

import static vn.binhdang.document.checking.CheckedDocument.firstLine;
import static vn.binhdang.document.checking.CheckedDocument.printed;
import static vn.binhdang.document.checking.Say.mended;
import static vn.binhdang.document.checking.Say.warning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.Finding;
import vn.binhdang.document.checking.Reference.EndedAgency;

/** Agencies that a document names although they had ended by then (resolutions and decrees on reorganisation of 2025). */
final class AgencyRules {
    private AgencyRules() {}

    /** "UBND tỉnh Bắc Giang" among the recipients of August 2025: it went into Bắc Ninh on 01/7/2025. */
    static Stream<Finding> recipients(CheckedDocument checked) {
        return named(checked, "recipients", checked.document().recipients());
    }

    /** "Kính gửi: Sở Lao động - Thương binh và Xã hội" in April 2025. */
    static Stream<Finding> addressees(CheckedDocument checked) {
        return named(checked, "addressees", checked.document().addressees());
    }

    /** A basis "của Bộ Lao động - Thương binh và Xã hội" of May 2025 cannot exist: wrong date or wrong issuer. */
    static Stream<Finding> issuersOfBases(CheckedDocument checked) {
        return checked.document().legalBases().stream().flatMap(basis -> {
            String issuer = basis.issuer();
            if (issuer == null || basis.date() == null) return Stream.empty();
            return ended(checked, issuer, basis.date())
                    .map(agency -> finding("issuerEnded", firstLine(basis.lines()), issuer, agency))
                    .stream();
        });
    }

    private static Stream<Finding> named(CheckedDocument checked, String field, List<String> names) {
        var day = checked.lastPossibleDay();
        if (day.isEmpty()) return Stream.empty();
        return IntStream.range(0, names.size())
                .boxed()
                .flatMap(i -> ended(checked, names.get(i), day.get())
                        .map(agency -> mend(
                                finding("agencyEnded", null, names.get(i), agency),
                                "%s[%d]".formatted(field, i),
                                names.get(i),
                                agency))
                        .stream());
    }

    private static Optional<EndedAgency> ended(CheckedDocument checked, String name, LocalDate day) {
        String key = Words.key(name);
        return checked.reference().endedAgencies().stream()
                .filter(agency -> !agency.endedOn().isAfter(day))
                .filter(agency -> agency.keys().stream().anyMatch(one -> Words.holds(key, one)))
                .findFirst();
    }

    private static Finding finding(String code, @Nullable Integer line, String name, EndedAgency agency) {
        return agency.successor() == null
                ? warning(code, line, name, agency.name(), printed(agency.endedOn()))
                : warning(
                        code + ".succeeded", line, name, agency.name(), printed(agency.endedOn()), agency.successor());
    }

    /** Only where one successor took over everything and the name stands there in the spelling of the table. */
    private static Finding mend(Finding finding, String field, String printed, EndedAgency agency) {
        if (!agency.takesOverAll() || agency.successor() == null) return finding;
        var name = Pattern.compile(Pattern.quote(agency.name()), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(printed);
        return name.find() ? mended(finding, field, name.replaceFirst(agency.successor())) : finding;
    }
}
