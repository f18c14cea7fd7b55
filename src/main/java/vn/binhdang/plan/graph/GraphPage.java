package vn.binhdang.plan.graph;

import java.util.List;

/**
 * The ties of a plan as a picture and as a list.
 *
 * @param description the picture in words
 * @param height of the picture, in its own units; its width is {@link #WIDTH}
 */
public record GraphPage(
        String planHref,
        String title,
        String subject,
        String description,
        int height,
        List<Box> boxes,
        List<Line> ties,
        List<String> warnings,
        List<Carry> carried) {

    public static final int WIDTH = 340;

    /**
     * @param mark "plan", "flagged" or empty
     * @param arrow "down" where the plan follows from it, "up" where it follows from the plan, empty for the plan itself
     */
    public record Box(int y, int height, String mark, String arrow, String relation, List<String> lines, String href) {
        public int middle() {
            return y + height / 2;
        }
    }

    /**
     * A task that went on in a newer plan.
     * @param direction "from" or "to", seen from this plan
     * @param facts where the old one stood, and its deadline
     */
    public record Carry(
            String direction, String ownHref, String text, String otherHref, String otherPlan, String facts) {}

    /** @param warning empty when nothing is wrong */
    public record Line(String relation, String printed, String subject, String href, String warning) {}
}
