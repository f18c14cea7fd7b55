package vn.binhdang.statistics.indicator;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.binhdang.statistics.IndicatorId;

/** All indicators as they stand now; immutable. */
public final class IndicatorCatalogue {
    private final Map<IndicatorId, Indicator> byId = new LinkedHashMap<>();
    private final Map<String, Indicator> byCode = new LinkedHashMap<>();

    IndicatorCatalogue(List<Indicator> indicators) {
        for (var indicator : indicators) {
            byId.put(indicator.id(), indicator);
            byCode.put(indicator.code(), indicator);
        }
    }

    /** By theme, and within one in the order of the catalogue. */
    public Collection<Indicator> all() {
        return byId.values();
    }

    public Optional<Indicator> find(IndicatorId id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<Indicator> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
