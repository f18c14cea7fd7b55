package vn.binhdang.organisation;

import vn.binhdang.kernel.PersonId;

/** @param familyName family and middle names; the given name stands last when spoken and first when sorted */
public record Person(PersonId id, String familyName, String givenName) {
    public String fullName() {
        return familyName + " " + givenName;
    }
}
