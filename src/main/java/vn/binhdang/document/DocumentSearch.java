package vn.binhdang.document;

import org.jspecify.annotations.Nullable;

/**
 * Which documents of one kind a list shows.
 * @param words each must occur, see {@link DocumentLists#HAS_WORDS}; empty for all
 * @param year null for all
 * @param state null for all
 * @param after {@link DocumentList#next} of the page before; null for the first
 */
public record DocumentSearch(
        DocumentKind kind,
        String words,
        @Nullable Integer year,
        @Nullable DocumentState state,
        Sort sort,
        @Nullable String after,
        int size) {

    public enum Sort {
        /** newest year first */
        YEAR,
        /** last changed first */
        CHANGED,
        /** by subject, in Vietnamese order */
        SUBJECT
    }
}
