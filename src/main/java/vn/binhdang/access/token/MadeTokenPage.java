package vn.binhdang.access.token;

import java.util.List;

/**
 * @param secret shown this one time
 * @param scopes message keys
 */
public record MadeTokenPage(String name, String secret, List<String> scopes, String lastDay) {}
