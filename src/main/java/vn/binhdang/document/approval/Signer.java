package vn.binhdang.document.approval;

import vn.binhdang.document.Signature;
import vn.binhdang.kernel.PersonId;

/** A person who may sign on the day asked about, and the block that is then printed below the text. */
public record Signer(PersonId person, SigningCapacity capacity, Signature signature) {}
