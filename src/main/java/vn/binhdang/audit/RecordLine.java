package vn.binhdang.audit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the record in words.
 *
 * @param no in its chain
 * @param when dd/mm/yyyy hh:mm:ss, in Viet Nam
 * @param who the person's name; the product's where it acted itself
 * @param unit for which it was done
 * @param roles in words, with commas
 * @param what was done
 * @param kind change, refusal, …
 * @param details what changed, each in a line
 * @param record null where it is about no record
 */
public record RecordLine(
        long no,
        String when,
        String who,
        String unit,
        String roles,
        String what,
        Kind kind,
        List<String> details,
        @Nullable UUID record,
        String request) {}
