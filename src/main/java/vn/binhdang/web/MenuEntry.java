package vn.binhdang.web;

import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.Action;

/**
 * A place in the menu below a person's own name: what is theirs, and what only few ever need. A module declares its own
 * as a bean.
 * @param order from top to bottom
 * @param needed who may do this is shown it; null for everybody who is signed in
 */
public record MenuEntry(
        String messageKey, String href, int order, @Nullable Action needed) {}
