package vn.binhdang.organisation;

import java.time.LocalDate;
import java.util.UUID;
import vn.binhdang.kernel.PersonId;

/** Somebody asked that their own record be put right; an answer is in time until the end of the day it is due. */
public record DataRequestAsked(UUID request, PersonId person, LocalDate dueOn) {}
