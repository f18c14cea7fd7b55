package vn.binhdang.execution.urging;

/** How the office heard an answer that was not given in the product. */
enum HeardWay {
    TELEPHONE,
    IN_PERSON,
    /** a letter or an e-mail */
    LETTER
}
