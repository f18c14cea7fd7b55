package vn.binhdang.plan;

import java.util.List;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.kernel.Actor;

/** What a plan says in force: its purposes, targets and annexes as issued, with what amendments made of them. */
public interface PlanParts {
    /** In the order of the text; what an amendment added stands last under its heading. */
    List<PlanPart> of(Actor actor, Plan plan);

    /** The whole words with those parts in their places. Of a plan that was never amended: the words as issued. */
    AdministrativeDocument content(Actor actor, Plan plan);
}
