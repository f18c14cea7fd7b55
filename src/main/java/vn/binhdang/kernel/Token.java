package vn.binhdang.kernel;

import java.util.Set;
import java.util.UUID;

/**
 * With what a program acts in the name of an account. It gives nothing: of what the roles of its owner allow today, it
 * leaves what is among its scopes.
 */
public record Token(UUID id, Set<Action> scopes) {
    public Token {
        scopes = Set.copyOf(scopes);
    }
}
