package vn.binhdang.document.issuing;

/** One error that an erratum corrects: where it stands, the words printed and the words meant. */
public record Misprint(String place, String printed, String meant) {
    /** A row of the form that was left empty. */
    public boolean isEmpty() {
        return place.isBlank() && printed.isBlank() && meant.isBlank();
    }

    public boolean isComplete() {
        return !place.isBlank() && !printed.isBlank() && !meant.isBlank();
    }
}
