package vn.binhdang.plan.importing;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhdang.files.FileId;
import vn.binhdang.plan.PlanId;

/**
 * One bringing-in of a document; never changed once it is read or refused.
 * @param refusalKey why it could not be read, as a message key
 * @param newerThan the plan whose source this is a newer version of
 * @param plan what was made of it; null until the clerk makes a plan
 */
public record PlanImport(
        ImportId id,
        FileId file,
        String fileName,
        String sha256,
        State state,
        @Nullable String refusalKey,
        List<String> refusalArguments,
        @Nullable PlanId newerThan,
        @Nullable PlanId plan,
        UUID importedBy,
        OffsetDateTime importedAt) {

    public enum State {
        READING,
        READ,
        REFUSED
    }
}
