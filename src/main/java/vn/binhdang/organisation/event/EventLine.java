package vn.binhdang.organisation.event;

/**
 * An event as lists of events show it.
 * @param doubtful taken from a source that nobody has compared with the decision
 */
public record EventLine(String id, String day, String sentence, String legalBasis, boolean doubtful) {
    public String href() {
        return "/units/events/" + id;
    }
}
