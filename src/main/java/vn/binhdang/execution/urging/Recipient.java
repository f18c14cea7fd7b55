package vn.binhdang.execution.urging;

/** Whom an urging reaches, seen from the unit in charge. */
enum Recipient {
    /** those of the unit who report on its tasks; of another agency those who follow up there */
    UNIT,
    /** who leads the unit */
    UNIT_HEAD,
    /** the head of the agency whose plan it is */
    AGENCY_HEAD,
    /** one person of the unit */
    PERSON
}
