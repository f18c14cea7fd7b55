package vn.binhdang.kernel;

/**
 * A role held on the day of the request.
 *
 * @param scope the unit it is held for
 * @param withBelow also for every unit below that one on the day asked about
 */
public record Grant(Role role, UnitId scope, boolean withBelow) {}
