package vn.binhdang.access.accounts;

import org.jspecify.annotations.Nullable;

/** The page that corrects a role which was entered wrongly. */
public record GrantPage(
        String account,
        String name,
        AccountPage.Held wrong,
        AccountPage.GiveForm form,
        AccountPage.@Nullable Problem problem) {}
