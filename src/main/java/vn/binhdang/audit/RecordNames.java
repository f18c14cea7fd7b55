package vn.binhdang.audit;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.binhdang.kernel.UnitId;

/** Names for the ids in the record; the module that knows accounts and units answers. */
public interface RecordNames {
    /** Of the people behind accounts. */
    Map<UUID, String> people(Set<UUID> accounts);

    /** As they were called on a day. */
    Map<UUID, String> units(Set<UUID> units, LocalDate day);

    /** The agency and the units below it on a day, in the order in which they are chosen from a list. */
    Map<UUID, String> unitsOf(UnitId agency, LocalDate day);

    /** Accounts of an agency whose user name or person's name has these words, without regard to case and diacritics. */
    Set<UUID> accountsNamed(UnitId agency, String words);
}
