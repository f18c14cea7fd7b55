package vn.binhdang.organisation.event;

/** An event as lists of events show it. */
public record EventLine(String id, String day, String sentence, String legalBasis, boolean verified) {
    public String href() {
        return "/units/events/" + id;
    }
}
