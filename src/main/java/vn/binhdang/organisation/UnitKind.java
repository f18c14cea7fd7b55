package vn.binhdang.organisation;

/** Kinds of units met inside and around a department; the terms are those of the glossary. */
public enum UnitKind {
    PROVINCE,
    DEPARTMENT,
    DEPARTMENT_OFFICE,
    DIVISION,
    INSPECTORATE,
    SUB_DEPARTMENT,
    PUBLIC_SERVICE_UNIT,
    TRADE_UNION,
    YOUTH_UNION,
    PARTY_COMMITTEE
}
