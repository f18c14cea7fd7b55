package vn.binhdang.organisation;

import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.UnitId;

/** An office somebody holds on a day: "Phó Giám đốc", rank DEPUTY_HEAD of the department. */
public record OfficeHeld(PersonId person, String personName, UnitId unit, Rank rank, String title) {}
