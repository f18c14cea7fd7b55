package vn.binhdang.web;

import vn.binhdang.kernel.AccountId;

/** How many notices an account has not read; the module that keeps them answers it. */
public interface UnreadNotices {
    /** Counted up to here: the head of a page need not know more. */
    int MANY = 100;

    int unread(AccountId account);
}
