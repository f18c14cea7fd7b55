package vn.binhdang.document.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.document.DocumentState;

/**
 * @param waiting what needs this visitor, the longest waiting first
 * @param kinds and the next two: what can be chosen in the filters
 * @param office whether the visitor belongs to the office or the heads
 * @param next address of the following page; null on the last
 * @param first whether this is the top of the register
 */
public record RegisterPage(
        List<RegisterEntry> waiting,
        RegisterFilter filter,
        List<Integer> years,
        List<DocumentKind> kinds,
        List<DocumentState> states,
        boolean office,
        List<RegisterEntry> entries,
        @Nullable String next,
        boolean first) {}
