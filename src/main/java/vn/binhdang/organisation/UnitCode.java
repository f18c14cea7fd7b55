package vn.binhdang.organisation;

/** A code of a unit; which days it holds is kept beside it. */
public record UnitCode(CodeScheme scheme, String code) {
    public UnitCode {
        if (!scheme.admits(code)) throw new IllegalArgumentException("no code of " + scheme);
    }
}
