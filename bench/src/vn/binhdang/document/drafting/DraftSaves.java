package vn.binhdang.document.drafting;

import org.springframework.context.ApplicationContext;
import vn.binhdang.document.DocumentId;
import vn.binhdang.kernel.Actor;

/** Saves the subject of one draft again and again, as the editor does while somebody types. */
public final class DraftSaves implements Runnable {
    private final HeadEditing editing;
    private final Actor clerk;
    private final DocumentId draft;
    private String mark;
    private int times;

    public DraftSaves(ApplicationContext product, Actor clerk, DocumentId draft, String subject) {
        editing = product.getBean(HeadEditing.class);
        this.clerk = clerk;
        this.draft = draft;
        mark = Mark.of(subject);
    }

    @Override
    public void run() {
        var outcome = editing.set(clerk, draft, HeadField.SUBJECT, "Về việc lần thứ " + ++times, mark);
        if (!(outcome instanceof Outcome.Saved<String> saved)) throw new IllegalStateException("not saved");
        mark = saved.row();
    }

    /** The version of a field with these words. */
    public static String version(String words) {
        return Mark.of(words);
    }
}
