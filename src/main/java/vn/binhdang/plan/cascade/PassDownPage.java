package vn.binhdang.plan.cascade;

import java.util.List;

/**
 * Where the clerk chooses what goes down to whom.
 * @param received the plan is a superior's document that was brought in, not one issued here
 * @param before addresses of earlier cascades of this plan
 * @param mistakes sentences on what is to be mended
 */
public record PassDownPage(
        String address,
        String planHref,
        String title,
        boolean received,
        List<Before> before,
        List<Clause> clauses,
        List<Kind> kinds,
        List<Group> groups,
        String names,
        String replyBy,
        String replyByMistake,
        boolean follow,
        List<String> mistakes) {

    public record Before(String href, String words) {}

    public record Clause(String id, String number, String text, String due, boolean chosen) {}

    public record Kind(String value, String label, int units, boolean chosen) {}

    public record Group(String id, String name, int units, boolean chosen) {}
}
