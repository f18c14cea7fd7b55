package vn.binhdang.statistics.dimension;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.Uuid7;

/**
 * Keeps dimensions and their categories. Codes stay for ever, for formulas, files and other systems know them; names change
 * from a day on and the former ones stay. What elements are told apart by is taken out of use, never away.
 */
@Service
class Dimensions {
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Dimensions(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    record Name(String vi, String en) {}

    /** @param elements how many are told apart by it */
    record Dimension(
            UUID id,
            String code,
            String nameVi,
            String nameEn,
            @Nullable LocalDate retiredOn,
            int elements) {}

    record Category(
            UUID id,
            String code,
            String nameVi,
            String nameEn,
            boolean unknown,
            @Nullable LocalDate addedOn,
            @Nullable LocalDate retiredOn) {}

    record FormerName(@Nullable UUID categoryId, String nameVi, String nameEn, LocalDate until) {}

    private static final String DIMENSION = """
        select d.id, d.code, d.name_vi, d.name_en, d.retired_on,
               (select count(*) from stat_element_dimension l where l.dimension_id = d.id) as elements
        from   stat_dimension d
        """;

    List<Dimension> all() {
        return jdbc.sql(DIMENSION + " order by d.position, d.code")
                .query(Dimension.class)
                .list();
    }

    Dimension find(String code) {
        return jdbc.sql(DIMENSION + " where d.code = :code")
                .param("code", code)
                .query(Dimension.class)
                .optional()
                .orElseThrow(() -> new NotVisible("dimension"));
    }

    List<Category> categories(Dimension of) {
        return jdbc.sql("""
            select id, code, name_vi, name_en, unknown, added_on, retired_on from stat_category
            where  dimension_id = :id order by position, code
            """).param("id", of.id()).query(Category.class).list();
    }

    /** The latest first. */
    List<FormerName> formerNames(Dimension of) {
        return jdbc.sql("""
            select category_id, name_vi, name_en, until from stat_former_name
            where  dimension_id = :id order by until desc, changed_at desc
            """).param("id", of.id()).query(FormerName.class).list();
    }

    @Transactional
    void add(Actor actor, String code, Name name) {
        actor.must(Action.DEFINE_STATISTICS);
        var id = Uuid7.create();
        int made = jdbc.sql("""
            insert into stat_dimension (id, code, name_vi, name_en, position)
            select :id, :code, :vi, :en, coalesce(max(position) + 1, 0) from stat_dimension
            on conflict (code) do nothing
            """)
                .param("id", id)
                .param("code", code)
                .param("vi", name.vi())
                .param("en", name.en())
                .update();
        if (made == 0) throw new Refused("statistics.dimension.codeTaken", code);
        audit.record(actor, "statistics.dimension.add", id, inRecord(code, name.vi()));
    }

    /** Where elements are told apart by the dimension already, the forms there are do not lack the new category. */
    @Transactional
    void addCategory(Actor actor, String dimension, String code, Name name, boolean unknown) {
        var of = held(actor, dimension);
        if (of.retiredOn() != null) throw new Refused("statistics.dimension.isRetired");
        int made = jdbc.sql("""
            insert into stat_category (id, dimension_id, code, name_vi, name_en, position, unknown, added_on)
            select :id, :dimension, :code, :vi, :en, coalesce(max(position) + 1, 0), :unknown, cast(:added as date)
            from   stat_category where dimension_id = :dimension
            on conflict (dimension_id, code) do nothing
            """)
                .param("id", Uuid7.create())
                .param("dimension", of.id())
                .param("code", code)
                .param("vi", name.vi())
                .param("en", name.en())
                .param("unknown", unknown)
                .param("added", of.elements() == 0 ? null : today(), java.sql.Types.DATE)
                .update();
        if (made == 0) throw new Refused("statistics.dimension.codeTaken", code);
        audit.record(actor, "statistics.category.add", of.id(), inRecord(code, name.vi()));
    }

    /**
     * @param category null for the dimension itself
     * @param from the day from which it is called so; the former name stays with its last day
     */
    @Transactional
    void rename(Actor actor, String dimension, @Nullable String category, Name name, LocalDate from) {
        var of = held(actor, dimension);
        var one = category == null ? null : category(of, category);
        if (from.isAfter(today())) throw new Refused("statistics.dimension.notYet");
        var latest = formerNames(of).stream()
                .filter(former -> java.util.Objects.equals(former.categoryId(), one == null ? null : one.id()))
                .map(FormerName::until)
                .findFirst();
        if (latest.isPresent() && from.isBefore(latest.get()))
            throw new Refused("statistics.dimension.renamedLater", vn.binhdang.calendar.TypedDay.print(latest.get()));
        jdbc.sql("""
            insert into stat_former_name (id, dimension_id, category_id, name_vi, name_en, until, changed_by, changed_at)
            values (:id, :dimension, cast(:category as uuid), :vi, :en, :until, :by, :at)
            """)
                .param("id", Uuid7.create())
                .param("dimension", of.id())
                .param("category", one == null ? null : one.id(), java.sql.Types.OTHER)
                .param("vi", one == null ? of.nameVi() : one.nameVi())
                .param("en", one == null ? of.nameEn() : one.nameEn())
                .param("until", from)
                .param("by", actor.account().value())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        jdbc.sql("update %s set name_vi = :vi, name_en = :en where id = :id"
                        .formatted(one == null ? "stat_dimension" : "stat_category"))
                .param("vi", name.vi())
                .param("en", name.en())
                .param("id", one == null ? of.id() : one.id())
                .update();
        record(actor, "rename", of, one);
    }

    /** @param up before the one that stands before it; the first and the last stay where they are */
    @Transactional
    void move(Actor actor, String dimension, @Nullable String category, boolean up) {
        var of = held(actor, dimension);
        var one = category == null ? null : category(of, category);
        var order = new ArrayList<UUID>();
        if (one == null) all().forEach(each -> order.add(each.id()));
        else categories(of).forEach(each -> order.add(each.id()));
        int at = order.indexOf(one == null ? of.id() : one.id());
        int to = up ? at - 1 : at + 1;
        if (to < 0 || to >= order.size()) return;
        Collections.swap(order, at, to);
        jdbc.sql("update %s t set position = o.place from unnest(:ids) with ordinality o (id, place) where t.id = o.id"
                        .formatted(one == null ? "stat_dimension" : "stat_category"))
                .param("ids", order.toArray(UUID[]::new))
                .update();
        record(actor, "order", of, one);
    }

    /** @param used false takes it out of use, true brings it back */
    @Transactional
    void use(Actor actor, String dimension, @Nullable String category, boolean used) {
        var of = held(actor, dimension);
        var one = category == null ? null : category(of, category);
        int changed = jdbc.sql("""
            update %s set retired_on = cast(:day as date) where id = :id and (retired_on is null) = :retires
            """.formatted(one == null ? "stat_dimension" : "stat_category"))
                .param("day", used ? null : today(), java.sql.Types.DATE)
                .param("id", one == null ? of.id() : one.id())
                .param("retires", !used)
                .update();
        if (changed == 0) throw new Refused("statistics.dimension.changedMeanwhile");
        record(actor, used ? "resume" : "retire", of, one);
    }

    @Transactional
    void delete(Actor actor, String dimension, @Nullable String category) {
        var of = held(actor, dimension);
        var one = category == null ? null : category(of, category);
        if (of.elements() > 0) throw new Refused("statistics.dimension.inUse", of.elements());
        if (one == null)
            jdbc.sql("delete from stat_category where dimension_id = :id")
                    .param("id", of.id())
                    .update();
        jdbc.sql("delete from %s where id = :id".formatted(one == null ? "stat_dimension" : "stat_category"))
                .param("id", one == null ? of.id() : one.id())
                .update();
        record(actor, "delete", of, one);
    }

    private void record(Actor actor, String deed, Dimension of, @Nullable Category one) {
        if (one == null) audit.record(actor, "statistics.dimension." + deed, of.id(), inRecord(of.code(), of.nameVi()));
        else audit.record(actor, "statistics.category." + deed, of.id(), inRecord(one.code(), one.nameVi()));
    }

    /** Who reads the record a year later knows no codes. */
    private static Map<String, String> inRecord(String code, String name) {
        return Map.of("code", code + " · " + name);
    }

    /** Nobody else changes it until this act is over. */
    private Dimension held(Actor actor, String code) {
        actor.must(Action.DEFINE_STATISTICS);
        var held = jdbc.sql("select id from stat_dimension where code = :code for update")
                .param("code", code)
                .query(UUID.class)
                .optional();
        if (held.isEmpty()) throw new NotVisible("dimension");
        return find(code);
    }

    private Category category(Dimension of, String code) {
        return categories(of).stream()
                .filter(category -> category.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotVisible("category"));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Today.ZONE);
    }
}
