package vn.binhdang.statistics.rollup;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The maps that were asked for, as long as nothing of the history changes. */
@Component
class Views {
    private static final int MOST = 100;

    private record Key(PeriodTree tree, int day) {}

    private final Map<Key, MapView> views = new ConcurrentHashMap<>();

    MapView of(PeriodTree tree, int day) {
        var key = new Key(tree, day);
        var known = views.get(key);
        if (known != null) return known;
        if (views.size() >= MOST
                || views.keySet().stream().anyMatch(k -> k.tree().history() != tree.history())) views.clear();
        var view = new MapView(tree, day);
        views.put(key, view);
        return view;
    }
}
