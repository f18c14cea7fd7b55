package vn.binhdang.plan;

import java.util.UUID;
import vn.binhdang.document.DocumentId;
import vn.binhdang.kernel.Uuid7;

/** Names a plan; its document has the same value, since a plan is a document that has tasks. */
public record PlanId(UUID value) {
    public static PlanId of(String text) {
        return new PlanId(Uuid7.parse(text));
    }

    public static PlanId of(DocumentId document) {
        return new PlanId(document.value());
    }

    public DocumentId document() {
        return new DocumentId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
