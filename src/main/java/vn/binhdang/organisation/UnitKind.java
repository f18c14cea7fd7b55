package vn.binhdang.organisation;

import java.util.Locale;

/** Kinds of units of the State, the Party and the organisations beside them; the terms are those of the glossary. */
public enum UnitKind {
    GOVERNMENT,
    MINISTRY,
    GOVERNMENT_AGENCY,
    MINISTRY_DEPARTMENT,
    PROVINCE,
    CENTRALLY_RUN_CITY,
    /** Until 30/6/2025. */
    DISTRICT,
    COMMUNE,
    WARD,
    /** Until 30/6/2025. */
    TOWNSHIP,
    SPECIAL_ZONE,
    PEOPLES_COUNCIL,
    PEOPLES_COMMITTEE,
    DEPARTMENT,
    DEPARTMENT_OFFICE,
    DIVISION,
    INSPECTORATE,
    SUB_DEPARTMENT,
    CENTRE,
    PUBLIC_SERVICE_UNIT,
    SCHOOL,
    HOSPITAL,
    COMMITTEE,
    PARTY_COMMITTEE,
    FATHERLAND_FRONT,
    TRADE_UNION,
    YOUTH_UNION,
    WOMENS_UNION,
    FARMERS_UNION,
    VETERANS_ASSOCIATION,
    OTHER;

    /** The word in the languages of the product. */
    public String messageKey() {
        var word = new StringBuilder();
        for (String part : name().toLowerCase(Locale.ROOT).split("_"))
            word.append(word.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        return "organisation.kind." + word;
    }
}
