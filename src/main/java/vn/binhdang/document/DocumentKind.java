package vn.binhdang.document;

/** What an outgoing document is for. */
public enum DocumentKind {
    PLAN,
    REPORT,
    /** công văn đính chính: corrects an error of layout or procedure in an issued document */
    ERRATUM,
    /** takes an issued document back */
    RECALL,
    /** công văn to other bodies or units: urging, guidance */
    LETTER,
    /** quyết định thanh tra, kiểm tra, giám sát: sends a team out */
    OVERSIGHT_DECISION,
    /** kết luận: what the team found, with recommendations */
    OVERSIGHT_CONCLUSION,
    /** điều chỉnh, bổ sung: changes the tasks of an issued plan, which stays in force */
    AMENDMENT
}
