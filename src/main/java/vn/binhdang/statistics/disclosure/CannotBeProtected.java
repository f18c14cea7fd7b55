package vn.binhdang.statistics.disclosure;

import java.util.List;

/**
 * Whatever is withheld, these cells can be worked out: too much around them is known already. Nothing may be published
 * then.
 */
public final class CannotBeProtected extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final List<String> keys;

    public CannotBeProtected(List<String> keys) {
        super(keys.size() + " cells cannot be protected");
        this.keys = List.copyOf(keys);
    }

    public List<String> keys() {
        return keys;
    }
}
