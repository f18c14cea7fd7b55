package vn.binhdang.statistics.indicator;

/** How far a definition was compared with its source. */
public enum Mark {
    OFFICIAL("approved"),
    /** Name, unit and meaning are official, the formula is not. */
    FORMULA_DRAFT("soon"),
    DRAFT("draft");

    private final String state;

    Mark(String state) {
        this.state = state;
    }

    static Mark of(IndicatorVersion version) {
        if (!version.official()) return DRAFT;
        return version.isWhollyOfficial() ? OFFICIAL : FORMULA_DRAFT;
    }

    /** Of the style sheet. */
    public String state() {
        return state;
    }

    public String messageKey() {
        return "statistics.indicator.mark." + name();
    }
}
