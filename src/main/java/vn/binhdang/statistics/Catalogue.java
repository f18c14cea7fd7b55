package vn.binhdang.statistics;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitKind;

/** Everything that is measured and asked, as it stands now; immutable. */
public final class Catalogue {
    /**
     * A way to tell people or things apart.
     * @param retired nothing new is told apart by it; what is, stays so
     */
    public record Dimension(String code, String nameVi, String nameEn, boolean retired, List<Category> categories) {
        public String name(String language) {
            return language.equals("en") ? nameEn : nameVi;
        }
    }

    /**
     * @param unknown those of whom it is not known
     * @param later added when forms told apart by the others already
     * @param retired no new form asks for it
     */
    public record Category(
            String dimension,
            String code,
            String nameVi,
            String nameEn,
            boolean unknown,
            boolean later,
            boolean retired) {
        /** The others of its dimension make up the whole also in a form that does not ask for it. */
        public boolean mayLack() {
            return unknown || later || retired;
        }

        public String name(String language) {
            return language.equals("en") ? nameEn : nameVi;
        }

        /** "SEX=F". */
        public String pair() {
            return dimension + "=" + code;
        }
    }

    /** What is counted: people, bodies that do something, events. */
    public enum Counted {
        PEOPLE,
        BODIES,
        EVENTS,
        DOCUMENTS,
        MONEY,
        HOURS,
        OTHER
    }

    /** How the value of a longer period comes from the shorter ones. */
    public enum OverTime {
        /** Events of the period are added. */
        SUM,
        /** A state on the last day is the last one. */
        LAST,
        /** Neither: it is asked for each period anew. */
        NONE
    }

    /**
     * @param summable over units; medians and values of a survey are not
     * @param sensitive small counts could show who somebody is
     * @param aboutItself the unit answers of itself, 1 for yes and 0 for no; a body that came of several has no answer unless
     *     all of them gave the same
     * @param computedBy word of the source in the product that knows it; null when people type it
     */
    public record Element(
            ElementId id,
            String code,
            String nameVi,
            String nameEn,
            Counted counted,
            int decimals,
            OverTime overTime,
            boolean summable,
            boolean sensitive,
            boolean aboutItself,
            @Nullable String computedBy,
            boolean verified,
            List<Dimension> dimensions) {
        public String name(String language) {
            return language.equals("en") ? nameEn : nameVi;
        }
    }

    /** Units of a kind, within one unit or everywhere, from a day to a day (half open). */
    public record Assignment(
            UnitKind kind,
            @Nullable UnitId within,
            LocalDate from,
            @Nullable LocalDate until) {
        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || day.isBefore(until));
        }
    }

    /** A form with its names and whom it is for. */
    public record Form(
            FormShape shape,
            String nameVi,
            String nameEn,
            LocalDate from,
            @Nullable LocalDate until,
            List<Assignment> assignments) {
        public String name(String language) {
            return language.equals("en") ? nameEn : nameVi;
        }
    }

    private final long no;
    private final Map<String, Dimension> dimensions;
    private final Map<String, Element> elements;
    private final Map<FormId, Form> forms;
    private final Map<String, Form> formsByCode = new HashMap<>();
    private final Map<String, List<Form>> formsOfElement = new HashMap<>();

    Catalogue(long no, Map<String, Dimension> dimensions, Map<String, Element> elements, Map<FormId, Form> forms) {
        this.no = no;
        this.dimensions = dimensions;
        this.elements = elements;
        this.forms = forms;
        for (var form : forms.values()) {
            formsByCode.put(form.shape().code(), form);
            form.shape().slots().stream()
                    .map(FormShape.Slot::elementCode)
                    .distinct()
                    .forEach(element -> formsOfElement
                            .computeIfAbsent(element, _ -> new java.util.ArrayList<>())
                            .add(form));
        }
    }

    /** Another one after every change: the same number, the same catalogue. */
    public long no() {
        return no;
    }

    public Map<String, Dimension> dimensions() {
        return dimensions;
    }

    /** By code. */
    public Map<String, Element> elements() {
        return elements;
    }

    public Optional<Element> element(String code) {
        return Optional.ofNullable(elements.get(code));
    }

    public java.util.Collection<Form> forms() {
        return forms.values();
    }

    public Optional<Form> form(FormId id) {
        return Optional.ofNullable(forms.get(id));
    }

    public Optional<Form> form(String code) {
        return Optional.ofNullable(formsByCode.get(code));
    }

    /** The forms that ask for an element, whatever their period. */
    public List<Form> formsOf(String elementCode) {
        return formsOfElement.getOrDefault(elementCode, List.of());
    }
}
