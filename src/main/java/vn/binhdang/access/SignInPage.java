package vn.binhdang.access;

import org.jspecify.annotations.Nullable;

/** @param notice message key of what happened before, if anything */
public record SignInPage(@Nullable String notice, boolean failed) {}
