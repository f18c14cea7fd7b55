package vn.binhdang.messaging;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.binhdang.web.Text;

/** All kinds that the modules declare. A kind without its texts ends the start: else its first notice would. */
@Component
public class NoticeKinds {
    private final List<NoticeKind> all;
    private final Map<String, NoticeKind> byKey;

    NoticeKinds(ObjectProvider<NoticeKind> kinds) {
        all = kinds.stream()
                .sorted(Comparator.comparingInt(NoticeKind::order).thenComparing(NoticeKind::key))
                .toList();
        byKey = all.stream().collect(Collectors.toMap(NoticeKind::key, Function.identity()));
        for (var kind : all)
            for (String key : List.of(kind.key(), kind.nameKey()))
                for (var t : List.of(Text.in(Text.VIETNAMESE), Text.in(Text.ENGLISH)))
                    if (!t.has(key))
                        throw new IllegalStateException("no text for %s in %s".formatted(key, t.language()));
    }

    public List<NoticeKind> all() {
        return all;
    }

    /** Empty for a kind that an earlier release declared and this one does not. */
    public Optional<NoticeKind> of(String key) {
        return Optional.ofNullable(byKey.get(key));
    }
}
