package vn.binhdang.plan.importing;

import java.util.List;

/**
 * @param newerThan id of the plan a newer version is brought for; empty for a new document
 * @param problem what was wrong with the last try; empty at first
 * @param pasted what was typed, kept when it was refused
 */
public record ImportFormPage(
        String newerThan, String newerThanSubject, String problem, String pasted, List<Latest> latest) {
    public record Latest(String href, String fileName, String when, String state, String stateCode) {}
}
