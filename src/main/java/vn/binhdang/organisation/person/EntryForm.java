package vn.binhdang.organisation.person;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What holds for a person from the first day on, as typed; memberships are boxes that are ticked or not. */
public record EntryForm(
        @Nullable String legalStatus,
        @Nullable String grade,
        @Nullable String degree,
        @Nullable String tradeUnion,
        @Nullable String youthUnion,
        @Nullable String partyCommittee) {

    public @Nullable String value(FactKind kind) {
        return switch (kind) {
            case LEGAL_STATUS -> legalStatus;
            case GRADE -> grade;
            case DEGREE -> degree;
            case TRADE_UNION -> tradeUnion;
            case YOUTH_UNION -> youthUnion;
            case PARTY_COMMITTEE -> partyCommittee;
        };
    }

    Map<FactKind, String> read(Mistakes mistakes) {
        var facts = new EnumMap<FactKind, String>(FactKind.class);
        for (var kind : FactKind.values()) {
            String typed = value(kind);
            if (typed == null || typed.isEmpty()) {
                if (kind == FactKind.LEGAL_STATUS) mistakes.add(kind.word(), "organisation.mistake.missing");
            } else {
                facts.put(kind, mistakes.choice(kind.word(), typed, kind.choices()));
            }
        }
        return facts;
    }
}
