package vn.binhdang.kernel;

/** What somebody is for a public body: held in a scope, from a day to a day. What each may do stands in {@link Action}. */
public enum Role {
    /** Văn thư: gives numbers, issues, keeps the seal. */
    RECORDS_CLERK,
    /** Chuyên viên văn phòng: brings documents in, writes, assigns, follows up, compiles. */
    OFFICE_CLERK,
    /** Người đứng đầu: sends back, approves, signs, delegates. */
    HEAD,
    /** Cấp phó của người đứng đầu. */
    DEPUTY_HEAD,
    /** Trưởng phòng, chi cục trưởng, giám đốc trung tâm. */
    DIVISION_HEAD,
    /** Every civil servant, public employee and worker: sees what was issued, updates the tasks of the own unit. */
    STAFF,
    /** Cán bộ Công đoàn, Đoàn Thanh niên. */
    UNION_CADRE,
    /** Of the superior body: guides and compiles for those below. */
    GENDER_EQUALITY_OFFICER,
    PORTAL_EDITOR,
    STATISTICIAN,
    INSPECTOR,
    /** Reads the record of deeds; changes nothing. */
    AUDITOR,
    /** Accounts, roles, units, settings; sees no content that the other roles do not give. */
    SYSTEM_ADMINISTRATOR;

    /** Whether it is held for one's own unit; the others are held for the agency. */
    public boolean isOfOneUnit() {
        return this == DIVISION_HEAD || this == STAFF || this == UNION_CADRE;
    }

    /**
     * Whether it can be given by order, by authorisation or for an absence. Who watches and who hands out roles does so
     * in person, or nobody could say who watched.
     */
    public boolean mayBeHandedOn() {
        return this != INSPECTOR && this != AUDITOR && this != SYSTEM_ADMINISTRATOR;
    }

    /** "recordsClerk": the last part of message keys. */
    public String word() {
        return Action.word(name());
    }
}
