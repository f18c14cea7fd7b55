package vn.binhdang.statistics.collection.board;

import java.util.stream.Stream;

/** Which units of a board are listed; each constant is a condition on {@code standing x}. */
enum Filter {
    ALL("true"),
    /** Those that still have to hand in. */
    OPEN("x.standing in ('NONE', 'DRAFT', 'RETURNED')"),
    LATE("x.late"),
    NONE("x.standing = 'NONE'"),
    DRAFT("x.standing = 'DRAFT'"),
    SUBMITTED("x.standing = 'SUBMITTED'"),
    RETURNED("x.standing = 'RETURNED'"),
    ACCEPTED("x.standing = 'ACCEPTED'");

    final String condition;

    Filter(String condition) {
        this.condition = condition;
    }

    /** Every unit for a word that is none of them. */
    static Filter of(String typed) {
        return Stream.of(values())
                .filter(filter -> filter.name().equals(typed))
                .findFirst()
                .orElse(ALL);
    }
}
