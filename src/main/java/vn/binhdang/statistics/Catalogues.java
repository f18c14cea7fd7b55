package vn.binhdang.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.KeptUntilChanged;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitKind;

/** The catalogue in memory, read anew as soon as anything of it has changed. */
@Component
public class Catalogues {
    private final JdbcClient jdbc;
    private final KeptUntilChanged<Catalogue> kept;

    Catalogues(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.kept = new KeptUntilChanged<>(this::no, this::read);
    }

    /** As the transaction that asks sees it. Costs one look at one row while nothing has changed. */
    public Catalogue current() {
        return kept.current();
    }

    private long no() {
        return jdbc.sql("select no from stat_catalogue").query(Long.class).single();
    }

    private Catalogue read(long no) {
        var dimensions = dimensions();
        var elements = elements(dimensions);
        return new Catalogue(no, dimensions, elements, forms());
    }

    private Map<String, Catalogue.Dimension> dimensions() {
        var categories = new HashMap<String, List<Catalogue.Category>>();
        jdbc.sql("""
            select d.code as dimension, c.code, c.name_vi, c.name_en, c.unknown,
                   c.added_on is not null as later, c.retired_on is not null as retired
            from   stat_category c join stat_dimension d on d.id = c.dimension_id order by c.position, c.code
            """)
                .query(Catalogue.Category.class)
                .list()
                .forEach(category -> categories
                        .computeIfAbsent(category.dimension(), _ -> new ArrayList<>())
                        .add(category));
        var dimensions = new LinkedHashMap<String, Catalogue.Dimension>();
        jdbc.sql("select code, name_vi, name_en, retired_on from stat_dimension order by position, code")
                .query((rs, i) -> new Catalogue.Dimension(
                        rs.getString("code"),
                        rs.getString("name_vi"),
                        rs.getString("name_en"),
                        rs.getObject("retired_on") != null,
                        List.copyOf(categories.getOrDefault(rs.getString("code"), List.of()))))
                .list()
                .forEach(dimension -> dimensions.put(dimension.code(), dimension));
        return dimensions;
    }

    private Map<String, Catalogue.Element> elements(Map<String, Catalogue.Dimension> dimensions) {
        var elements = new LinkedHashMap<String, Catalogue.Element>();
        jdbc.sql("""
            select e.*, array(select d.code from stat_element_dimension l join stat_dimension d on d.id = l.dimension_id
                              where l.element_id = e.id order by l.position, d.code) as dimensions
            from   stat_element e order by e.code
            """)
                .query((rs, i) -> new Catalogue.Element(
                        new ElementId(rs.getObject("id", UUID.class)),
                        rs.getString("code"),
                        rs.getString("name_vi"),
                        rs.getString("name_en"),
                        Catalogue.Counted.valueOf(rs.getString("measure")),
                        rs.getInt("decimals"),
                        Catalogue.OverTime.valueOf(rs.getString("over_time")),
                        rs.getString("over_units").equals("SUM"),
                        rs.getBoolean("sensitive"),
                        rs.getBoolean("about_itself"),
                        rs.getString("computed_by"),
                        rs.getBoolean("verified"),
                        java.util.Arrays.stream(
                                        (String[]) rs.getArray("dimensions").getArray())
                                .map(code -> java.util.Objects.requireNonNull(dimensions.get(code)))
                                .toList()))
                .list()
                .forEach(element -> elements.put(element.code(), element));
        return elements;
    }

    private Map<FormId, Catalogue.Form> forms() {
        var slots = new HashMap<FormId, List<FormShape.Slot>>();
        jdbc.sql("""
            select s.form_id, s.slot, s.element_id, e.code, s.combination, e.decimals, s.lowest, s.highest
            from   stat_slot s join stat_element e on e.id = s.element_id order by s.form_id, s.slot
            """).query(rs -> {
            slots.computeIfAbsent(new FormId(rs.getObject("form_id", UUID.class)), _ -> new ArrayList<>())
                    .add(new FormShape.Slot(
                            rs.getInt("slot"),
                            new ElementId(rs.getObject("element_id", UUID.class)),
                            rs.getString("code"),
                            rs.getString("combination"),
                            rs.getInt("decimals"),
                            rs.getObject("lowest", Long.class),
                            rs.getObject("highest", Long.class)));
        });
        var assignments = new HashMap<FormId, List<Catalogue.Assignment>>();
        jdbc.sql("select form_id, unit_kind, within_id, valid_from, valid_to from stat_form_assignment order by id")
                .query(rs -> {
                    assignments
                            .computeIfAbsent(new FormId(rs.getObject("form_id", UUID.class)), _ -> new ArrayList<>())
                            .add(new Catalogue.Assignment(
                                    UnitKind.valueOf(rs.getString("unit_kind")),
                                    Optional.ofNullable(rs.getObject("within_id", UUID.class))
                                            .map(UnitId::new)
                                            .orElse(null),
                                    rs.getObject("valid_from", LocalDate.class),
                                    rs.getObject("valid_to", LocalDate.class)));
                });
        var forms = new LinkedHashMap<FormId, Catalogue.Form>();
        jdbc.sql("""
            select f.*, r.first_day, r.month_shift from stat_form f join stat_regime r on r.id = f.regime_id order by f.code
            """).query(rs -> {
            var id = new FormId(rs.getObject("id", UUID.class));
            forms.put(
                    id,
                    new Catalogue.Form(
                            FormShape.of(
                                    id,
                                    rs.getString("code"),
                                    PeriodKind.valueOf(rs.getString("period_kind")),
                                    rs.getInt("first_day"),
                                    rs.getInt("month_shift"),
                                    slots.getOrDefault(id, List.of())),
                            rs.getString("name_vi"),
                            rs.getString("name_en"),
                            rs.getObject("valid_from", LocalDate.class),
                            rs.getObject("valid_to", LocalDate.class),
                            List.copyOf(assignments.getOrDefault(id, List.of()))));
        });
        return forms;
    }
}
