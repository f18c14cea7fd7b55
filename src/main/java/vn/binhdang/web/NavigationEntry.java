package vn.binhdang.web;

import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.Action;

/**
 * A place in the main navigation; a module declares its own as a bean.
 * @param order from left to right
 * @param needed who may do this is shown it; null for everybody who is signed in
 */
public record NavigationEntry(
        String messageKey,
        String href,
        String icon,
        int order,
        @Nullable Action needed) {}
