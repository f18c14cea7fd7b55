package vn.binhdang.statistics.collection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.statistics.FormId;

/** The stored versions of forms. Whoever writes here records it; {@code form.Forms} says what may be done. */
@Component
public class FormVersions {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    FormVersions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All of a form, the latest first. */
    public List<FormVersion> of(FormId form) {
        return jdbc.sql("select * from stat_form_version where form_id = :form order by number desc")
                .param("form", form.value())
                .query(this::version)
                .list();
    }

    /** Forms that have versions, and whether one of them is or will be in force. */
    public Map<FormId, Boolean> standing() {
        var standing = new HashMap<FormId, Boolean>();
        jdbc.sql("select form_id, bool_or(state = 'IN_FORCE') as in_force from stat_form_version group by form_id")
                .query(rs -> {
                    standing.put(new FormId(rs.getObject("form_id", UUID.class)), rs.getBoolean("in_force"));
                });
        return standing;
    }

    /** The one that is asked in a period whose window ends on a day. */
    public Optional<FormVersion> inForce(FormId form, LocalDate windowEnds) {
        return jdbc.sql("""
            select * from stat_form_version
            where  form_id = :form and state = 'IN_FORCE' and valid_from <= :day
            order  by valid_from desc limit 1
            """)
                .param("form", form.value())
                .param("day", windowEnds)
                .query(this::version)
                .optional();
    }

    public Optional<FormVersion> draft(FormId form) {
        return jdbc.sql("select * from stat_form_version where form_id = :form and state = 'DRAFT'")
                .param("form", form.value())
                .query(this::version)
                .optional();
    }

    @Transactional
    public FormVersion begin(Actor actor, FormId form, FormDefinition definition) {
        var id = Uuid7.create();
        jdbc.sql("""
            insert into stat_form_version (id, form_id, number, state, definition, changed_at, changed_by)
            select :id, :form, coalesce(max(number), 0) + 1, 'DRAFT', cast(:definition as jsonb), :now, :account
            from   stat_form_version where form_id = :form
            """)
                .param("id", id)
                .param("form", form.value())
                .param("definition", json.writeValueAsString(definition))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("account", actor.account().value())
                .update();
        return draft(form).orElseThrow();
    }

    /** @return false when somebody else changed it meanwhile, or it is no draft any more */
    @Transactional
    public boolean write(Actor actor, FormId form, int edition, FormDefinition definition) {
        return jdbc.sql("""
            update stat_form_version
            set    definition = cast(:definition as jsonb), edition = edition + 1, changed_at = :now, changed_by = :account
            where  form_id = :form and state = 'DRAFT' and edition = :edition
            """)
                        .param("definition", json.writeValueAsString(definition))
                        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .param("account", actor.account().value())
                        .param("form", form.value())
                        .param("edition", edition)
                        .update()
                == 1;
    }

    /** @return false when somebody else changed it meanwhile */
    @Transactional
    public boolean putInForce(Actor actor, FormId form, int edition, LocalDate from) {
        return jdbc.sql("""
            update stat_form_version set state = 'IN_FORCE', valid_from = :from, changed_at = :now, changed_by = :account
            where  form_id = :form and state = 'DRAFT' and edition = :edition
            """)
                        .param("from", from)
                        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .param("account", actor.account().value())
                        .param("form", form.value())
                        .param("edition", edition)
                        .update()
                == 1;
    }

    @Transactional
    public boolean drop(FormId form) {
        return jdbc.sql("delete from stat_form_version where form_id = :form and state = 'DRAFT'")
                        .param("form", form.value())
                        .update()
                == 1;
    }

    private FormVersion version(ResultSet rs, int row) throws SQLException {
        @Nullable LocalDate from = rs.getObject("valid_from", LocalDate.class);
        return new FormVersion(
                rs.getObject("id", UUID.class),
                new FormId(rs.getObject("form_id", UUID.class)),
                rs.getInt("number"),
                rs.getString("state").equals("IN_FORCE"),
                from,
                rs.getInt("edition"),
                json.readValue(rs.getString("definition"), FormDefinition.class));
    }
}
