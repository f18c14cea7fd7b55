package vn.binhdang.document.approval;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In which capacity somebody signs (Decree 30/2020 article 13 and annex I part II.7). */
public enum SigningCapacity {
    /** the head of the agency: nothing is printed before the office */
    HEAD,
    /** thay mặt: for a collective (People's Committee, executive committee) */
    TM,
    /** quyền: acting head */
    Q,
    /** ký thay: a deputy for the head */
    KT,
    /** thừa lệnh: the head of a unit by a standing order */
    TL,
    /** thừa ủy quyền: by a written authorisation, limited in time and content, never passed on */
    TUQ;

    /** What stands before the office, without the full stop; null for the head. */
    public @Nullable String printed() {
        return this == HEAD ? null : name();
    }

    /** @param printed as a document has it, with or without the full stop; null for the head. Empty when unknown */
    public static Optional<SigningCapacity> of(@Nullable String printed) {
        if (printed == null || printed.isBlank()) return Optional.of(HEAD);
        String bare = printed.strip().replace(".", "");
        for (var capacity : values())
            if (capacity != HEAD && capacity.name().equalsIgnoreCase(bare)) return Optional.of(capacity);
        return Optional.empty();
    }
}
