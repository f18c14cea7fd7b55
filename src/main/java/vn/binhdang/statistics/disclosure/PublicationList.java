package vn.binhdang.statistics.disclosure;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;

/** The publications of an agency, the newest first, page by page. */
@Component
class PublicationList {
    static final int PAGE = 25;

    private final JdbcClient jdbc;

    PublicationList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Listed(
            PublicationId id,
            String title,
            @Nullable LocalDate map,
            boolean rounded,
            int shown,
            int withheld,
            OffsetDateTime madeAt,
            @Nullable Instant publishedAt,
            boolean withdrawn) {
        Key key() {
            return new Key(madeAt.toInstant(), id.value());
        }
    }

    /** Where one stands in the list. */
    record Key(Instant madeAt, UUID id) {
        static final Key TOP = new Key(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1L, -1L));

        String text() {
            return madeAt + "_" + id;
        }

        /** The top for what is no key. */
        static Key of(String text) {
            String[] parts = text.split("_", 2);
            try {
                return parts.length == 2 ? new Key(Instant.parse(parts[0]), UUID.fromString(parts[1])) : TOP;
            } catch (DateTimeException | IllegalArgumentException e) {
                return TOP;
            }
        }
    }

    /**
     * Up to {@link #PAGE} after a key and one more if there are more; what is only prepared for those who publish.
     * @param words each must occur in the title, without regard to case and diacritics
     */
    List<Listed> find(Actor actor, String words, Key after) {
        return jdbc.sql("""
            select id, title, map, method, shown, small + others as withheld, made_at, published_at,
                   state = 'WITHDRAWN' as withdrawn
            from   stat_publication
            where  agency_id = :agency and (published_at is not null or state = 'PREPARED' and :publishes)
                   and (made_at, id) < (:at, :id)
                   and (select coalesce(bool_and(fold(title) like fold(word)), true)
                        from unnest(cast(:words as text[])) word)
            order  by made_at desc, id desc limit :limit
            """)
                .param("agency", actor.agency().value())
                .param("publishes", actor.may(Action.PUBLISH_STATISTICS))
                .param("at", after.madeAt().atOffset(ZoneOffset.UTC))
                .param("id", after.id())
                .param("words", patterns(words))
                .param("limit", PAGE + 1)
                .query((rs, i) -> new Listed(
                        new PublicationId(rs.getObject("id", UUID.class)),
                        rs.getString("title"),
                        rs.getObject("map", LocalDate.class),
                        rs.getString("method").equals("ROUND"),
                        rs.getInt("shown"),
                        rs.getInt("withheld"),
                        rs.getObject("made_at", OffsetDateTime.class),
                        Publications.instant(rs.getObject("published_at", OffsetDateTime.class)),
                        rs.getBoolean("withdrawn")))
                .list();
    }

    private static String[] patterns(String words) {
        var patterns = new ArrayList<String>();
        for (String word : words.split("\\s+"))
            if (!word.isEmpty()) patterns.add("%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%");
        return patterns.toArray(String[]::new);
    }
}
