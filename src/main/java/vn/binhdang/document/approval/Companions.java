package vn.binhdang.document.approval;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.binhdang.document.DocumentCompanion;
import vn.binhdang.document.DocumentKind;

/** What other modules add to documents of each kind. */
@Component
public class Companions {
    private final Map<DocumentKind, DocumentCompanion> byKind = new EnumMap<>(DocumentKind.class);

    Companions(ObjectProvider<DocumentCompanion> companions) {
        List<DocumentCompanion> all = companions.stream().toList();
        for (var companion : all)
            if (byKind.put(companion.kind(), companion) != null)
                throw new IllegalStateException("two companions for " + companion.kind());
    }

    public Optional<DocumentCompanion> of(DocumentKind kind) {
        return Optional.ofNullable(byKind.get(kind));
    }
}
