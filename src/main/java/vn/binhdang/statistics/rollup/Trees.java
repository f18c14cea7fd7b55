package vn.binhdang.statistics.rollup;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.binhdang.organisation.UnitHistories;
import vn.binhdang.organisation.UnitHistory;
import vn.binhdang.statistics.Window;

/** The trees of the windows that were asked for, as long as nothing of the map changes. */
@Component
class Trees {
    private static final int MOST = 200;

    private record Key(long no, Window window) {}

    private final UnitHistories histories;
    private final Map<Key, PeriodTree> trees = new ConcurrentHashMap<>();

    Trees(UnitHistories histories) {
        this.histories = histories;
    }

    UnitHistory history() {
        return histories.current();
    }

    PeriodTree of(UnitHistory history, Window window) {
        var key = new Key(history.no(), window);
        var known = trees.get(key);
        if (known != null) return known;
        var tree = new PeriodTree(history, window);
        // what belongs to an earlier map is never asked for again
        if (trees.size() >= MOST || trees.keySet().stream().anyMatch(k -> k.no() != history.no()))
            trees.keySet().removeIf(k -> k.no() != history.no() || trees.size() >= MOST);
        trees.put(key, tree);
        return tree;
    }
}
