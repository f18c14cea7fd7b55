package vn.binhdang.operations.state;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Looks at everything. */
@Component
public class States {
    private final List<FactSource> sources;

    States(List<FactSource> sources) {
        this.sources = sources.stream()
                .sorted(Comparator.comparingInt(FactSource::order))
                .toList();
    }

    /** @param key of the part: "database", "disk" … */
    public record Group(String key, List<Fact> facts) {
        public Level worst() {
            return facts.stream().map(Fact::level).reduce(Level.GOOD, Level::worse);
        }
    }

    public List<Group> look() {
        return sources.stream()
                .map(source -> new Group(source.group(), source.look()))
                .toList();
    }
}
