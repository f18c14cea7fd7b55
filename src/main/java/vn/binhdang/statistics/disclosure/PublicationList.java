package vn.binhdang.statistics.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.LatestFirst;
import vn.binhdang.kernel.SearchWords;

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
        LatestFirst key() {
            return new LatestFirst(madeAt.toInstant(), id.value());
        }
    }

    /**
     * Up to {@link #PAGE} after a key and one more if there are more; what is only prepared for those who publish.
     * @param words each must occur in the title, without regard to case and diacritics
     */
    List<Listed> find(Actor actor, String words, LatestFirst after) {
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
                .param("words", SearchWords.patterns(words))
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
}
