package vn.binhdang.kernel;

/** What somebody may do for an agency. Finer roles and scopes come with the access work; the names stay. */
public enum Role {
    /** Văn phòng: brings documents in, writes, assigns, compiles; gives numbers and issues (văn thư). */
    CLERK,
    /** Head or deputy: sends back, approves, signs. */
    HEAD,
    /** Every member of a unit: sees issued plans, updates the tasks of the own unit. */
    STAFF
}
