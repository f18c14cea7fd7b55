package vn.binhdang.statistics.collection;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhdang.statistics.FormId;

/**
 * What a form asks from a day on.
 * @param validFrom null for a draft that was not given a day yet
 * @param edition counts the changes of a draft
 */
public record FormVersion(
        UUID id,
        FormId form,
        int number,
        boolean inForce,
        @Nullable LocalDate validFrom,
        int edition,
        FormDefinition definition) {}
