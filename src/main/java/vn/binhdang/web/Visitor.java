package vn.binhdang.web;

import java.util.Set;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;

/** Who looks at the page, as its head shows them. */
public record Visitor(AccountId account, String name, String office, String agency, Set<Action> may) {}
