package vn.binhdang.web;

import java.util.Set;
import vn.binhdang.kernel.Role;

/**
 * A place in the main navigation; a module declares its own as a bean.
 * @param order from left to right
 * @param roles who is shown it; empty for everybody who is signed in
 */
public record NavigationEntry(String messageKey, String href, String icon, int order, Set<Role> roles) {}
