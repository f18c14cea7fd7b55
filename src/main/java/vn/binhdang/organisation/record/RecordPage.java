package vn.binhdang.organisation.record;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.organisation.person.PersonHistory;
import vn.binhdang.organisation.person.PersonPage;

/**
 * What is kept about whoever looks.
 *
 * @param readings who looked at it or took it out, the latest first
 * @param chosen what a request that could not be taken yet is about
 * @param typed the words of a request that could not be taken yet
 * @param basis law and days of the answer, as a sentence
 */
public record RecordPage(
        String name,
        List<PersonPage.Line> facts,
        List<PersonPage.OfficeLine> offices,
        List<PersonHistory.Sentence> history,
        List<PersonPage.ChangeLine> changes,
        List<Reading> readings,
        List<RequestLine> requests,
        List<FieldChoice> fields,
        @Nullable String chosen,
        @Nullable String typed,
        @Nullable String mistake,
        String basis) {

    /** With what was sent and could not be taken, so that nothing has to be typed again. */
    RecordPage asking(@Nullable String chosen, @Nullable String typed, @Nullable String mistake) {
        return new RecordPage(
                name, facts, offices, history, changes, readings, requests, fields, chosen, typed, mistake, basis);
    }

    public record Reading(String at, String by, String what) {}

    public record FieldChoice(String value, String label) {}
}
