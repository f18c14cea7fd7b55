package vn.binhdang.organisation;

import java.util.UUID;
import vn.binhdang.kernel.PersonId;

/** The office answered what a person had asked about their own record. */
public record DataRequestAnswered(UUID request, PersonId person) {}
