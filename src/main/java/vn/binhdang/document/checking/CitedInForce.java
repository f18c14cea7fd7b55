package vn.binhdang.document.checking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Block;
import vn.binhdang.document.reading.CitedInText;

/** What a document cites, in its bases and in its text, and what the table of legal instruments knows of each on a day. */
public final class CitedInForce {
    /**
     * @param basis whether it stands among the bases
     * @param number as it is compared ("30/2020/NĐ-CP"); empty for a law cited by name
     * @param name of a law without number; empty otherwise
     * @param endedOn first day without force, on or before the day asked about; null while it is in force or not known
     * @param replacedBy number of what replaced it; null when nothing did or it is in force
     */
    public record Cited(
            boolean basis,
            String type,
            String number,
            String name,
            @Nullable LocalDate date,
            @Nullable LocalDate endedOn,
            @Nullable String replacedBy) {

        /** "Kế hoạch số 15/KH-UBND", "Luật Bình đẳng giới". */
        public String printed() {
            return number.isEmpty() ? name : (type + " " + number).strip();
        }
    }

    private CitedInForce() {}

    /** Each document once, bases first; numbers begin anew every year, so that the date is part of what a document is. */
    public static List<Cited> of(AdministrativeDocument document, LocalDate day) {
        var found = new ArrayList<Cited>();
        for (var basis : document.legalBases()) {
            if (basis.number() != null) found.add(cited(true, basis.type(), basis.number(), null, basis.date(), day));
            else
                CitedInText.of(basis.text()).stream()
                        .map(c -> cited(true, c.type(), c.number(), c.name(), c.date(), day))
                        .forEach(found::add);
        }
        texts(document)
                .flatMap(text -> CitedInText.of(text).stream())
                .map(c -> cited(false, c.type(), c.number(), c.name(), c.date(), day))
                .forEach(found::add);
        var seen = new HashSet<String>();
        return found.stream()
                .filter(cited -> !cited.printed().isBlank())
                // A second mention often leaves the date away.
                .filter(cited -> {
                    String what = cited.number().isEmpty() ? cited.name() : cited.number();
                    boolean another = seen.add(what + cited.date());
                    return cited.date() == null ? seen.add(what) : another | seen.add(what);
                })
                .toList();
    }

    private static Stream<String> texts(AdministrativeDocument document) {
        return Stream.concat(
                Stream.of(Objects.requireNonNullElse(document.subjectLine(), "")),
                document.body().stream()
                        .flatMap(block -> block.kind() == Block.Kind.TABLE
                                ? block.rows().stream().flatMap(List::stream)
                                : Stream.of(block.text())));
    }

    private static Cited cited(
            boolean basis,
            @Nullable String type,
            @Nullable String number,
            @Nullable String name,
            @Nullable LocalDate date,
            LocalDate day) {
        String compared = number == null ? "" : Reference.number(number);
        var known = Reference.standard()
                .instrument(compared)
                .filter(one -> one.endedOn() != null && !one.endedOn().isAfter(day));
        return new Cited(
                basis,
                type == null ? "" : type,
                compared,
                name == null ? "" : name,
                date,
                known.map(Reference.Instrument::endedOn).orElse(null),
                known.map(Reference.Instrument::replacedBy).orElse(null));
    }
}
