package vn.binhdang.access;

import org.jspecify.annotations.Nullable;

/** @param forced the first password has to be changed before anything else
 * @param problem message key of what was wrong with the last try */
public record PasswordPage(boolean forced, @Nullable String problem, int shortest) {}
