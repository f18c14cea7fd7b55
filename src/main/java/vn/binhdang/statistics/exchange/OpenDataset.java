package vn.binhdang.statistics.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.binhdang.statistics.Window;
import vn.binhdang.statistics.exchange.format.DataCatalogue;
import vn.binhdang.statistics.exchange.format.Dataset;
import vn.binhdang.statistics.exchange.format.Format;
import vn.binhdang.statistics.exchange.format.Label;

/**
 * A published data set as catalogues name it.
 *
 * @param about its home may be any address: where it is served, it gets the one at which it is asked for
 * @param issued day of the publication
 * @param days first to last day of what it holds
 * @param place the area that it covers
 */
public record OpenDataset(
        Dataset about, LocalDate issued, List<Label> keywords, Optional<Window> days, Optional<Label> place) {

    /** In which everybody gets it; ADX says nothing of what is withheld. */
    public static final List<Format> FORMATS = Answer.all(Format.ADX);

    DataCatalogue.Entry entry(Dataset at) {
        return new DataCatalogue.Entry(at, issued, keywords, days, place);
    }
}
