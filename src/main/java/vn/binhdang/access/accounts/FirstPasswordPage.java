package vn.binhdang.access.accounts;

/** A first password, shown this once. */
public record FirstPasswordPage(String account, String name, String username, String password) {}
