package vn.binhdang.access;

import org.jspecify.annotations.Nullable;

/** @param account whose password it is: an editor left open asks this page whether its own writer is back
 * @param forced the first password has to be changed before anything else
 * @param problem message key of what was wrong with the last try */
public record PasswordPage(
        String account, boolean forced, @Nullable String problem, int shortest, int longest) {}
