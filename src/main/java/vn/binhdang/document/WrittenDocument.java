package vn.binhdang.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.document.DraftBlocks.DraftBlock;

/**
 * An outgoing document with its words as they are stored, read in one question.
 *
 * @param head what stands before and after the text, as JSON of a document without paragraphs
 * @param blocks in reading order, part by part
 * @param issuedContent what was printed, as JSON; null until it was issued
 */
public record WrittenDocument(
        OutgoingDocument document,
        String head,
        List<DraftBlock> blocks,
        @Nullable String issuedContent) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public WrittenDocument {
        blocks = List.copyOf(blocks);
    }

    /** The words as they are stored; tasks, cited documents and findings are left empty. */
    public AdministrativeDocument content() {
        var headOnly = JSON.readValue(head, AdministrativeDocument.class);
        var parts = new HashMap<Integer, List<Block>>();
        for (var one : blocks)
            parts.computeIfAbsent(one.part(), _ -> new ArrayList<>()).add(one.block());
        var annexes = new ArrayList<Annex>();
        for (int i = 0; i < headOnly.annexes().size(); i++) {
            var annex = headOnly.annexes().get(i);
            annexes.add(
                    new Annex(annex.label(), annex.title(), annex.attachedTo(), parts.getOrDefault(i + 1, List.of())));
        }
        return headOnly.withWords(headOnly.legalBases(), parts.getOrDefault(0, List.of()), annexes);
    }

    /** Ids of the paragraphs by part, in their order: 0 is the text itself, then the annexes. */
    public Map<Integer, List<UUID>> ids() {
        return blocks.stream()
                .collect(Collectors.groupingBy(
                        DraftBlock::part, Collectors.mapping(DraftBlock::id, Collectors.toList())));
    }

    /** The words as they were printed. */
    public AdministrativeDocument issued() {
        if (issuedContent == null) throw new IllegalStateException("not issued: " + document.id());
        return JSON.readValue(issuedContent, AdministrativeDocument.class);
    }
}
