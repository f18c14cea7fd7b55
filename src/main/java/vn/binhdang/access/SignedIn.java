package vn.binhdang.access;

import vn.binhdang.kernel.Actor;

/** The account behind a request as it stands now. */
record SignedIn(Actor actor, String personName, String office, String agencyName, boolean mustChangePassword) {}
