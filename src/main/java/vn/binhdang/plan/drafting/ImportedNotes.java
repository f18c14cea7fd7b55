package vn.binhdang.plan.drafting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.document.Finding;
import vn.binhdang.document.ReadDocument;
import vn.binhdang.document.checking.DocumentChecker;
import vn.binhdang.document.drafting.EditorPage;
import vn.binhdang.document.drafting.EditorPage.BlockView;
import vn.binhdang.document.drafting.Note;
import vn.binhdang.kernel.Actor;
import vn.binhdang.plan.Plan;
import vn.binhdang.web.Text;

/**
 * What was found when the plan was brought in and still holds: where the issuer was inferred from, and what is doubtful
 * about documents that the text cites. A draft itself does not know which words are citations; the reading does.
 */
@Component
class ImportedNotes {
    private static final String INFERRED = "document.reading.agencyInferred";
    private static final String CITED = "document.checking.cited";

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    ImportedNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By place, as {@link EditorPage#with} takes them. */
    Map<String, List<Note>> of(Actor actor, Plan plan, EditorPage editor, Text t) {
        if (plan.importId() == null) return Map.of();
        var notes = new LinkedHashMap<String, List<Note>>();
        reading(actor, plan.importId()).ifPresent(reading -> {
            for (var finding : reading.document().findings())
                if (finding.code().equals(INFERRED)) add(notes, "issuingAgency", finding, t);
            for (var finding : new DocumentChecker().check(reading))
                if (finding.code().startsWith(CITED))
                    block(editor, finding).ifPresent(block -> add(notes, "block-" + block.id(), finding, t));
        });
        return notes;
    }

    private Optional<ReadDocument> reading(Actor actor, UUID importId) {
        return jdbc
                .sql("select cast(reading as text) from plan_import"
                        + " where id = :id and agency_id = :agency and reading is not null")
                .param("id", importId)
                .param("agency", actor.agency().value())
                .query(String.class)
                .list()
                .stream()
                .findFirst()
                .map(reading -> json.readValue(reading, ReadDocument.class));
    }

    /** The paragraph it is about, as long as that still says what the finding names: its number and date. */
    private static Optional<BlockView> block(EditorPage editor, Finding finding) {
        var line = finding.line();
        if (line == null) return Optional.empty();
        return editor.parts().stream()
                .flatMap(part -> part.blocks().stream())
                .filter(block -> covers(block.lines(), line))
                .filter(block -> finding.arguments().stream()
                        .limit(2)
                        .allMatch(argument -> block.text().contains(lastWord(argument))))
                .findFirst();
    }

    /** "183/KH-UBND" of "Kế hoạch 183/KH-UBND": between type and number the text may say "số". */
    private static String lastWord(String argument) {
        return argument.substring(argument.lastIndexOf(' ') + 1);
    }

    private static boolean covers(String lines, int line) {
        if (lines.isEmpty()) return false;
        String[] ends = lines.split("-");
        return Integer.parseInt(ends[0]) <= line && line <= Integer.parseInt(ends[1]);
    }

    private static void add(Map<String, List<Note>> notes, String place, Finding finding, Text t) {
        notes.computeIfAbsent(place, p -> new ArrayList<>()).add(Note.of(finding, null, t));
    }
}
