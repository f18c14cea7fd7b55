package vn.binhdang.document.approval;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.Signature;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Refused;
import vn.binhdang.organisation.OfficeHeld;
import vn.binhdang.organisation.Rank;

/**
 * Who may sign for an agency on one day, and how the signature block then reads.
 *
 * @param day on which the offices below were held
 * @param agencyOffices offices of the agency itself: head, acting head, deputies
 * @param unitOffices offices of the units below it
 * @param delegations those recorded for the agency, of any time
 * @param collective name of the collective that the agency is ("Ủy ban nhân dân"); null for an agency led by one person
 */
public record SigningPower(
        LocalDate day,
        List<OfficeHeld> agencyOffices,
        List<OfficeHeld> unitOffices,
        List<Delegation> delegations,
        @Nullable String collective) {

    public SigningPower {
        agencyOffices = List.copyOf(agencyOffices);
        unitOffices = List.copyOf(unitOffices);
        delegations = delegations.stream().filter(d -> d.holdsOn(day)).toList();
    }

    /** The capacities in which one person may sign that day, the strongest first; empty when there is none. */
    public List<Signer> of(PersonId person) {
        var signers = new ArrayList<Signer>();
        agencyOffices.stream()
                .filter(office -> office.person().equals(person))
                .flatMap(office -> byOffice(office).stream())
                .forEach(signers::add);
        delegations.stream()
                .filter(delegation -> delegation.to().equals(person))
                .flatMap(delegation -> byDelegation(delegation).stream())
                .forEach(signers::add);
        return signers;
    }

    /** Everybody who may sign that day, leaders first. */
    public List<Signer> everybody() {
        return Stream.concat(
                        agencyOffices.stream().map(OfficeHeld::person),
                        delegations.stream().map(Delegation::to))
                .distinct()
                .flatMap(person -> of(person).stream())
                .toList();
    }

    /** @throws Refused with what is lacking for this capacity */
    public Signer require(PersonId person, SigningCapacity capacity) {
        return of(person).stream()
                .filter(signer -> signer.capacity() == capacity)
                .findFirst()
                .orElseThrow(() ->
                        new Refused("document.signing.cannot." + capacity.name().toLowerCase(Locale.ROOT)));
    }

    /** The head's approval covers a signature by a deputy or a delegate; everybody else approves what they sign themselves. */
    public boolean mayApproveFor(PersonId approver, PersonId signer) {
        return approver.equals(signer)
                || agencyOffices.stream()
                        .anyMatch(o ->
                                o.person().equals(approver) && (o.rank() == Rank.HEAD || o.rank() == Rank.ACTING_HEAD));
    }

    /**
     * Who the draft names below its text.
     *
     * @return empty when it names nobody yet
     * @throws Refused when the person named may not sign in this capacity that day, or the offices printed are not theirs
     */
    public Optional<Signer> named(@Nullable Signature drafted) {
        if (drafted == null || drafted.name() == null || drafted.name().isBlank()) return Optional.empty();
        String name = drafted.name();
        var ofThatName = everybody().stream()
                .filter(signer -> same(signer.signature().name(), name))
                .toList();
        if (ofThatName.isEmpty()) throw new Refused("document.signing.nameCannotSign", name);
        var capacity = SigningCapacity.of(drafted.capacity())
                .orElseThrow(() -> new Refused("document.signing.unknownCapacity", String.valueOf(drafted.capacity())));
        var signer = ofThatName.stream()
                .filter(one -> one.capacity() == capacity)
                .findFirst()
                .orElseThrow(() ->
                        new Refused("document.signing.cannot." + capacity.name().toLowerCase(Locale.ROOT)));
        if (!sameBlock(signer.signature(), drafted))
            throw new Refused("document.signing.differs", printed(drafted), printed(signer.signature()));
        return Optional.of(signer);
    }

    /** "KT. Giám đốc / Phó Giám đốc / Vũ Quang Thắng": a block on one line, for choosing and for messages. */
    public static String printed(Signature signature) {
        var line = new StringBuilder();
        if (signature.capacity() != null) line.append(signature.capacity()).append(". ");
        Stream.of(signature.onBehalfOf(), signature.title(), signature.name())
                .filter(part -> part != null && !part.isBlank())
                .forEach(part -> line.append(line.isEmpty() || line.toString().endsWith(". ") ? "" : " / ")
                        .append(part));
        return line.toString();
    }

    /** Whether two blocks print the same capacity, offices and name. */
    public static boolean sameBlock(Signature one, Signature other) {
        return SigningCapacity.of(one.capacity()).equals(SigningCapacity.of(other.capacity()))
                && lines(one).equals(lines(other))
                && one.name() != null
                && other.name() != null
                && same(one.name(), other.name());
    }

    /** "Vũ Quang Thắng: KT. Giám đốc / Phó Giám đốc": who first, for lists that are cut off on narrow screens. */
    public static String nameFirst(Signature signature) {
        var offices = new Signature(signature.capacity(), signature.onBehalfOf(), signature.title(), null);
        return signature.name() + ": " + printed(offices);
    }

    private List<Signer> byOffice(OfficeHeld office) {
        String head = OfficeTitles.ofHead(agencyOffices).orElse(office.title());
        return switch (office.rank()) {
            case HEAD ->
                collective == null
                        ? List.of(signer(office, SigningCapacity.HEAD, null, office.title()))
                        : List.of(signer(office, SigningCapacity.TM, collective, office.title()));
            case ACTING_HEAD ->
                // one line, "Q. GIÁM ĐỐC"
                List.of(signer(office, SigningCapacity.Q, OfficeTitles.withoutActing(office.title()), null));
            case DEPUTY_HEAD -> List.of(signer(office, SigningCapacity.KT, head, office.title()));
            case MEMBER -> List.of();
        };
    }

    private List<Signer> byDelegation(Delegation delegation) {
        var head = OfficeTitles.ofHead(agencyOffices);
        if (head.isEmpty()) return List.of();
        return unitOffices.stream()
                .filter(office -> office.person().equals(delegation.to()))
                // An order is given to whoever leads the unit; somebody who no longer does cannot use it.
                .filter(office -> delegation.capacity() == SigningCapacity.TUQ || leads(office))
                .findFirst()
                .map(office -> signer(office, delegation.capacity(), head.get(), office.title()))
                .stream()
                .toList();
    }

    private static boolean leads(OfficeHeld office) {
        return office.rank() == Rank.HEAD || office.rank() == Rank.ACTING_HEAD;
    }

    private static Signer signer(
            OfficeHeld office, SigningCapacity capacity, @Nullable String onBehalfOf, @Nullable String title) {
        return new Signer(
                office.person(), capacity, new Signature(capacity.printed(), onBehalfOf, title, office.personName()));
    }

    /** The lines of offices, without regard to how the capacity's line was cut into its parts. */
    private static List<String> lines(Signature signature) {
        return Stream.of(signature.onBehalfOf(), signature.title())
                .filter(part -> part != null && !part.isBlank())
                .map(SigningPower::plain)
                .toList();
    }

    private static boolean same(@Nullable String one, String other) {
        return one != null && plain(one).equals(plain(other));
    }

    /** Case and spaces do not count; diacritics do: Hà and Hạ are two people. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
