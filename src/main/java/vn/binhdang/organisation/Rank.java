package vn.binhdang.organisation;

/** Standing of an office within its unit; decides who may sign in which capacity (Decree 30/2020 article 13). */
public enum Rank {
    HEAD,
    ACTING_HEAD,
    DEPUTY_HEAD,
    MEMBER
}
