package vn.binhdang.document.drafting;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.OutgoingDocument;
import vn.binhdang.kernel.Actor;
import vn.binhdang.web.Text;

@Component
class DraftNotes {
    Map<String, List<Note>> of(
            Actor actor, OutgoingDocument document, AdministrativeDocument content, List<BlockRow> rows, Text t) {
        return Map.of();
    }
}
