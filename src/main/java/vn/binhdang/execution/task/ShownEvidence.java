package vn.binhdang.execution.task;

import java.time.format.DateTimeFormatter;
import vn.binhdang.calendar.Today;
import vn.binhdang.web.Text;

/**
 * Evidence in a list of a page.
 * @param href of a link: the address outside
 * @param leads where a link leads and of which day it is; empty for a file
 * @param thumbnailHref empty for what is no picture
 * @param takeBackAction empty for who may not
 */
public record ShownEvidence(
        String href, String leads, String thumbnailHref, String title, String day, String takeBackAction) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** @param path of the page that it belongs to */
    public static ShownEvidence of(String path, KeptEvidence kept, boolean mayTakeBack, Text t) {
        String address = path + "/evidence/" + kept.id();
        var link = kept.link();
        return new ShownEvidence(
                link == null ? address : link.address(),
                link == null ? "" : t.of("execution.evidence.link.leads", link.host(), DAY.format(link.dated())),
                kept.photo() ? address + "/thumbnail" : "",
                kept.title(),
                DAY.format(kept.addedAt().atZoneSameInstant(Today.ZONE)),
                mayTakeBack ? address + "/take-back" : "");
    }
}
