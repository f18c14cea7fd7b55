package vn.binhdang.document.drafting;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.binhdang.document.DocumentCompanion;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.document.OutgoingDocument;

/** Which page writes a document, and what its companion says of it. */
@Component
class Editors {
    private final List<DocumentCompanion> companions;

    Editors(List<DocumentCompanion> companions) {
        this.companions = companions;
    }

    Optional<DocumentCompanion> companion(DocumentKind kind) {
        return companions.stream().filter(c -> c.kind() == kind).findFirst();
    }

    String editor(OutgoingDocument document) {
        return companion(document.kind()).map(c -> c.editor(document.id())).orElse(plainEditor(document.id()));
    }

    String home(OutgoingDocument document) {
        return companion(document.kind()).map(c -> c.home(document.id())).orElse("/documents/" + document.id());
    }

    static String plainEditor(DocumentId id) {
        return "/documents/" + id + "/edit";
    }
}
