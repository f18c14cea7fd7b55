package vn.binhdang.plan;

import vn.binhdang.document.UnreadableDocument;
import vn.binhdang.kernel.Actor;

/** Takes a document in without a person at a page: read at once, made into a draft plan. */
public interface PlanIntake {
    /** @throws UnreadableDocument when the file cannot be read; nothing is kept then */
    PlanId takeIn(Actor clerk, String fileName, byte[] content) throws UnreadableDocument;
}
