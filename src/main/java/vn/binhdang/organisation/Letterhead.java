package vn.binhdang.organisation;

/** What an agency prints in the head of its documents on a day. */
public record Letterhead(String parentAgency, String issuingAgency, String symbolAbbreviation, String placeOfIssue) {}
