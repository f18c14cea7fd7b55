package vn.binhdang.document.drafting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param undo address that brings the deleted basis back; null when none was deleted just now */
public record BasesPart(
        String address,
        List<EditorPage.Basis> bases,
        @Nullable String undo) {}
