package vn.binhdang.execution.task;

import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.Today;
import vn.binhdang.web.Text;

/**
 * Evidence in a list of a page.
 * @param href of a link: the address outside
 * @param leads where a link leads and of which day it is; empty for a file
 * @param thumbnailHref empty for what is no picture
 * @param facts when it was brought, and by whom where that matters
 * @param originalAction reads the sealed original; empty for whose duty that is not
 * @param takeBackAction empty for who may not take it back
 */
public record ShownEvidence(
        String href,
        String leads,
        String thumbnailHref,
        String title,
        String facts,
        String originalAction,
        String takeBackAction) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** @param path of the page that it belongs to */
    public static ShownEvidence of(String path, KeptEvidence kept, boolean mayTakeBack, Text t) {
        return of(path + "/evidence/" + kept.id(), kept.link(), kept.photo(), kept.title(), t)
                .with(DAY.format(kept.addedAt().atZoneSameInstant(Today.ZONE)), false, mayTakeBack);
    }

    /** @param address of the evidence itself */
    static Bare of(String address, @Nullable EvidenceLink link, boolean photo, String title, Text t) {
        return new Bare(
                address,
                link == null ? address : link.address(),
                link == null ? "" : t.of("execution.evidence.link.leads", link.host(), DAY.format(link.dated())),
                photo ? address + "/thumbnail" : "",
                title);
    }

    /** What everybody sees of it. */
    record Bare(String address, String href, String leads, String thumbnailHref, String title) {
        ShownEvidence with(String facts, boolean mayReadOriginal, boolean mayTakeBack) {
            return new ShownEvidence(
                    href,
                    leads,
                    thumbnailHref,
                    title,
                    facts,
                    mayReadOriginal ? address + "/original" : "",
                    mayTakeBack ? address + "/take-back" : "");
        }
    }
}
