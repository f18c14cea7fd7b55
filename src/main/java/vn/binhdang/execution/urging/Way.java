package vn.binhdang.execution.urging;

/** How an urging travels. */
enum Way {
    /** a notice in the product */
    APP,
    /** the same notice, and by e-mail to those who gave an address */
    MAIL,
    /** a công văn with its number, issued as every outgoing document */
    LETTER
}
