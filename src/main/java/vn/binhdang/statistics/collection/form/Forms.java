package vn.binhdang.statistics.collection.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.Catalogues;
import vn.binhdang.statistics.FormId;
import vn.binhdang.statistics.FormsAsked;
import vn.binhdang.statistics.PeriodKind;
import vn.binhdang.statistics.collection.FormDefinition;
import vn.binhdang.statistics.collection.FormVersion;
import vn.binhdang.statistics.collection.FormVersions;
import vn.binhdang.statistics.collection.Layout;
import vn.binhdang.statistics.collection.Layouts;

/** Forms are made, written as drafts, put in force, and asked of kinds of units until a deadline. */
@Component("statisticsForms")
public class Forms implements FormsAsked {
    private final JdbcClient jdbc;
    private final FormVersions versions;
    private final Layouts layouts;
    private final Catalogues catalogues;
    private final AuditTrail audit;

    Forms(JdbcClient jdbc, FormVersions versions, Layouts layouts, Catalogues catalogues, AuditTrail audit) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.layouts = layouts;
        this.catalogues = catalogues;
        this.audit = audit;
    }

    /** @param regime its code */
    public record NewForm(
            String code,
            String nameVi,
            String nameEn,
            String regime,
            PeriodKind kind,
            String legalBasis,
            LocalDate from) {}

    /** @throws Refused when there is one with this code */
    @Transactional
    public FormId create(Actor actor, NewForm form) {
        var id = FormId.create();
        int made = jdbc.sql("""
            insert into stat_form (id, code, name_vi, name_en, regime_id, period_kind, legal_basis, valid_from)
            select :id, :code, :vi, :en, r.id, :kind, :basis, :from from stat_regime r where r.code = :regime
            on conflict (code) do nothing
            """)
                .param("id", id.value())
                .param("code", form.code())
                .param("vi", form.nameVi())
                .param("en", form.nameEn())
                .param("kind", form.kind().name())
                .param("basis", form.legalBasis())
                .param("from", form.from())
                .param("regime", form.regime())
                .update();
        if (made == 0) throw new Refused("statistics.form.refused.code", form.code());
        versions.begin(actor, id, FormDefinition.EMPTY);
        audit.record(actor, "statistics.form.create", id.value(), Map.of("code", form.code()));
        return id;
    }

    Catalogue.Form form(FormId id) {
        return catalogues.current().form(id).orElseThrow(() -> new NotVisible("form " + id));
    }

    /** The draft that is being written; begun as a copy of the version put in force last. */
    @Transactional
    public FormVersion draft(Actor actor, FormId id) {
        hold(id);
        var draft = versions.draft(id);
        if (draft.isPresent()) return draft.get();
        var begun = versions.begin(
                actor,
                id,
                versions.of(id).stream()
                        .findFirst()
                        .map(FormVersion::definition)
                        .orElse(FormDefinition.EMPTY));
        audit.record(actor, "statistics.form.draft", id.value(), Map.of("version", begun.number()));
        return begun;
    }

    /** @return false when somebody else has changed it meanwhile, or it is in force: nothing was stored */
    @Transactional
    public boolean write(Actor actor, FormId id, int edition, FormDefinition definition) {
        form(id);
        if (!versions.write(actor, id, edition, definition)) return false;
        audit.record(actor, "statistics.form.write", id.value(), Map.of("edition", edition + 1));
        return true;
    }

    @Transactional
    public void drop(Actor actor, FormId id) {
        form(id);
        if (!versions.drop(id)) throw new Refused("statistics.form.refused.noDraft");
        audit.record(actor, "statistics.form.drop", id.value());
    }

    /**
     * From that day on the draft is what is asked, and is never changed again.
     * @param from periods whose window ends on this day or later ask it
     * @throws Refused when something in it is wrong, an element is asked by another form of the same kind of period, or
     *     figures were handed in by an earlier version for that time
     */
    @Transactional
    public void putInForce(Actor actor, FormId id, int edition, LocalDate from) {
        hold(id);
        var draft = versions.draft(id).orElseThrow(() -> new Refused("statistics.form.refused.noDraft"));
        var ready = layouts.draft(draft);
        if (!ready.faults().isEmpty())
            throw new Refused("statistics.form.refused.faults", ready.faults().size());
        versions.of(id).stream().filter(FormVersion::inForce).findFirst().ifPresent(last -> {
            if (last.validFrom() instanceof LocalDate day && !from.isAfter(day))
                throw new Refused("statistics.form.refused.earlier", last.number());
            boolean answered = jdbc.sql("""
                select exists (select 1 from stat_submission
                               where form_id = :form and reference_day >= :from and state not in ('DRAFT', 'RETURNED'))
                """)
                    .param("form", id.value())
                    .param("from", from)
                    .query(Boolean.class)
                    .single();
            if (answered) throw new Refused("statistics.form.refused.answered");
        });
        askedElsewhere(id, ready).ifPresent(other -> {
            throw new Refused("statistics.form.refused.twice", other.element(), other.form());
        });
        retired(ready).ifPresent(name -> {
            throw new Refused("statistics.form.refused.retired", name);
        });
        giveSlots(id, ready.layout());
        if (!versions.putInForce(actor, id, edition, from)) throw new Refused("statistics.form.refused.changed");
        audit.record(
                actor, "statistics.form.force", id.value(), Map.of("version", draft.number(), "from", from.toString()));
    }

    /** A dimension or category that nothing new is to be told apart by; a version in force keeps it. */
    private Optional<String> retired(Layouts.Ready ready) {
        var asked = ready.layout().cells().stream()
                .map(Layout.Cell::combination)
                .filter(combination -> !combination.isEmpty())
                .flatMap(combination -> java.util.Arrays.stream(combination.split(";")))
                .collect(java.util.stream.Collectors.toSet());
        return catalogues.current().dimensions().values().stream()
                .flatMap(dimension -> dimension.categories().stream()
                        .filter(category -> asked.contains(category.pair()))
                        .filter(category -> dimension.retired() || category.retired())
                        .map(category -> dimension.code() + "=" + category.code()))
                .findFirst();
    }

    private record Elsewhere(String element, String form) {}

    /** The sum of a unit would count it twice. */
    private Optional<Elsewhere> askedElsewhere(FormId id, Layouts.Ready ready) {
        return jdbc.sql("""
            select e.code as element, f.code as form
            from   stat_element e join stat_slot s on s.element_id = e.id join stat_form f on f.id = s.form_id
            where  e.code = any (:elements) and f.id <> :form and f.period_kind = :kind
            order  by e.code limit 1
            """)
                .param(
                        "elements",
                        ready.layout().cells().stream()
                                .map(Layout.Cell::element)
                                .distinct()
                                .toArray(String[]::new))
                .param("form", id.value())
                .param("kind", ready.form().shape().kind().name())
                .query(Elsewhere.class)
                .optional();
    }

    /** A cell keeps its slot for ever; new ones come after them. */
    private void giveSlots(FormId id, Layout layout) {
        for (var cell : layout.cells())
            jdbc.sql("""
                insert into stat_slot (form_id, slot, element_id, combination, lowest, highest)
                select :form, :slot, e.id, :combination, :lowest, :highest from stat_element e where e.code = :element
                on conflict (form_id, element_id, combination) do update set lowest = :lowest, highest = :highest
                """)
                    .param("form", id.value())
                    .param("slot", cell.slot())
                    .param("combination", cell.combination())
                    .param("lowest", cell.lowest())
                    .param("highest", cell.highest())
                    .param("element", cell.element())
                    .update();
    }

    @Override
    @Transactional
    public void ask(Actor actor, String code, UnitKind kind, LocalDate from, int days) {
        var form = catalogues.current().form(code).orElseThrow(() -> new NotVisible("form " + code));
        if (form.assignments().stream().anyMatch(one -> one.kind() == kind && one.within() == null)) return;
        assign(actor, form.shape().id(), kind, null, from);
        setDeadline(actor, form.shape().id(), kind, days);
    }

    /** @param within null for everywhere */
    @Transactional
    public void assign(Actor actor, FormId id, UnitKind kind, @Nullable UnitId within, LocalDate from) {
        hold(id);
        boolean there = jdbc.sql("""
            select exists (select 1 from stat_form_assignment
                           where form_id = :form and unit_kind = :kind and within_id is not distinct from :within
                           and   (valid_to is null or valid_to > :from))
            """)
                .param("form", id.value())
                .param("kind", kind.name())
                .param("within", within == null ? null : within.value())
                .param("from", from)
                .query(Boolean.class)
                .single();
        if (there) throw new Refused("statistics.form.refused.assigned");
        jdbc.sql("""
            insert into stat_form_assignment (id, form_id, unit_kind, within_id, valid_from)
            values (:id, :form, :kind, :within, :from)
            """)
                .param("id", Uuid7.create())
                .param("form", id.value())
                .param("kind", kind.name())
                .param("within", within == null ? null : within.value())
                .param("from", from)
                .update();
        audit.record(
                actor,
                "statistics.form.assign",
                id.value(),
                Map.of(
                        "unitKind",
                        kind.name(),
                        "within",
                        within == null ? "" : within.toString(),
                        "from",
                        from.toString()));
    }

    /** From that day on it is not asked of them any more; one that had not begun goes. */
    @Transactional
    public void release(Actor actor, FormId id, UUID assignment, LocalDate from) {
        hold(id);
        int changed = jdbc.sql("""
            delete from stat_form_assignment where id = :id and form_id = :form and valid_from >= :from
            """)
                .param("id", assignment)
                .param("form", id.value())
                .param("from", from)
                .update();
        if (changed == 0)
            changed = jdbc.sql("""
                update stat_form_assignment set valid_to = :from
                where  id = :id and form_id = :form and (valid_to is null or valid_to > :from)
                """)
                    .param("id", assignment)
                    .param("form", id.value())
                    .param("from", from)
                    .update();
        if (changed == 0) throw new NotVisible("assignment " + assignment);
        audit.record(actor, "statistics.form.release", id.value(), Map.of("from", from.toString()));
    }

    /** @param days after the last day of the window; null takes the deadline away */
    @Transactional
    public void setDeadline(Actor actor, FormId id, UnitKind kind, @Nullable Integer days) {
        form(id);
        int changed = days == null
                ? jdbc.sql("delete from stat_form_deadline where form_id = :form and unit_kind = :kind")
                        .param("form", id.value())
                        .param("kind", kind.name())
                        .update()
                : jdbc.sql("""
                    insert into stat_form_deadline (form_id, unit_kind, days) values (:form, :kind, :days)
                    on conflict (form_id, unit_kind) do update set days = :days where stat_form_deadline.days <> :days
                    """)
                        .param("form", id.value())
                        .param("kind", kind.name())
                        .param("days", days)
                        .update();
        if (changed > 0)
            audit.record(
                    actor,
                    "statistics.form.deadline",
                    id.value(),
                    Map.of("unitKind", kind.name(), "days", days == null ? "" : String.valueOf(days)));
    }

    /** An assignment as a page lists it. */
    record Assigned(
            UUID id,
            UnitKind kind,
            @Nullable UnitId within,
            LocalDate from,
            @Nullable LocalDate until) {}

    List<Assigned> assignments(FormId id) {
        return jdbc.sql("""
            select id, unit_kind, within_id, valid_from, valid_to from stat_form_assignment
            where  form_id = :form order by valid_to is not null, unit_kind, valid_from, id
            """)
                .param("form", id.value())
                .query((rs, i) -> new Assigned(
                        rs.getObject("id", UUID.class),
                        UnitKind.valueOf(rs.getString("unit_kind")),
                        Optional.ofNullable(rs.getObject("within_id", UUID.class))
                                .map(UnitId::new)
                                .orElse(null),
                        rs.getObject("valid_from", LocalDate.class),
                        rs.getObject("valid_to", LocalDate.class)))
                .list();
    }

    record Regime(String code, String nameVi, String nameEn) {
        String name(String language) {
            return language.equals("en") ? nameEn : nameVi;
        }
    }

    List<Regime> regimes() {
        return jdbc.sql("select code, name_vi, name_en from stat_regime order by code")
                .query(Regime.class)
                .list();
    }

    /** What the catalogue does not keep of it. */
    record Facts(String regimeVi, String regimeEn, String legalBasis) {}

    Facts facts(FormId id) {
        return jdbc.sql("""
            select r.name_vi as regime_vi, r.name_en as regime_en, f.legal_basis
            from   stat_form f join stat_regime r on r.id = f.regime_id where f.id = :id
            """)
                .param("id", id.value())
                .query(Facts.class)
                .optional()
                .orElseThrow(() -> new NotVisible("form " + id));
    }

    /** One change of a form after another. */
    private void hold(FormId id) {
        var _ = jdbc.sql("select 1 from stat_form where id = :id for update")
                .param("id", id.value())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new NotVisible("form " + id));
    }
}
