package vn.binhdang.execution.urging;

import java.util.List;

/** A form that cannot be taken as it is. */
final class UnfitForm extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Mistake> mistakes;

    UnfitForm(List<Mistake> mistakes) {
        this.mistakes = List.copyOf(mistakes);
    }

    List<Mistake> mistakes() {
        return mistakes;
    }
}
