package vn.binhdang.access;

import java.util.List;
import vn.binhdang.kernel.Actor;
import vn.binhdang.web.Visitor;

/**
 * The account behind a request as it stands now.
 * @param asleep was not used for so long that an administrator has to wake it
 * @param otherAgencies for which this person could act instead
 * @param unread how many notices they have not read, up to {@link Visitor#MANY}
 */
record SignedIn(
        Actor actor,
        String personName,
        String office,
        String agencyName,
        boolean mustChangePassword,
        boolean asleep,
        List<Visitor.Agency> otherAgencies,
        int unread) {}
