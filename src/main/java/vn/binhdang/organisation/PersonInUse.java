package vn.binhdang.organisation;

import vn.binhdang.kernel.PersonId;

/** A module whose records name people says so: somebody who is named there is not removed from the register any more. */
public interface PersonInUse {
    boolean isInUse(PersonId person);
}
