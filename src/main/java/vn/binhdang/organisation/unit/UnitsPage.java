package vn.binhdang.organisation.unit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.organisation.AsOf;
import vn.binhdang.organisation.CodeHolder;
import vn.binhdang.organisation.UnitKind;

/**
 * Units of a day, found by words.
 * @param everywhere the whole map instead of the own agency
 * @param next address of the next page
 * @param codeMeanings the words are a code that named different units on different days
 */
public record UnitsPage(
        AsOf asOf,
        String words,
        @Nullable UnitKind kind,
        boolean everywhere,
        String agency,
        List<Row> rows,
        boolean first,
        @Nullable String next,
        boolean mayChange,
        List<Meaning> codeMeanings) {

    /** @param code administrative, on the day; empty for most */
    public record Row(String href, String name, String kindKey, String parent, String code) {}

    /** @param lastDay empty while it holds */
    public record Meaning(String href, String code, String name, String from, String lastDay) {
        static Meaning of(String code, CodeHolder holder) {
            return new Meaning(
                    "/units/" + holder.unit() + "?on=" + holder.from(),
                    code,
                    holder.name(),
                    AsOf.shown(holder.from()),
                    holder.to() == null ? "" : AsOf.shown(holder.to().minusDays(1)));
        }
    }

    public boolean narrowed() {
        return !words.isEmpty() || kind != null;
    }
}
