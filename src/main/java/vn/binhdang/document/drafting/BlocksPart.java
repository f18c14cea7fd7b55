package vn.binhdang.document.drafting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some paragraphs of the body; {@code undo} as in {@link BasesPart}. */
public record BlocksPart(
        String address,
        List<EditorPage.BlockView> blocks,
        @Nullable String undo) {}
