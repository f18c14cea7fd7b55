package vn.binhdang.plan;

import java.util.List;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Finding;
import vn.binhdang.kernel.Actor;

/** Whether a plan rests on documents that are no longer in force. */
public interface PlanStanding {
    /** Every document it cites that has ended, was replaced or taken back, as of today. */
    List<Finding> cited(Actor actor, Plan plan, AdministrativeDocument content);

    /** The same without what the checker of documents says already: instruments of its table among the bases. */
    List<Finding> beyondChecker(Actor actor, Plan plan, AdministrativeDocument content);
}
