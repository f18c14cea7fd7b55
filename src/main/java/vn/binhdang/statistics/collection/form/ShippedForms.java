package vn.binhdang.statistics.collection.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.DataTable;
import vn.binhdang.statistics.Catalogues;
import vn.binhdang.statistics.PeriodKind;
import vn.binhdang.statistics.collection.FormDefinition;
import vn.binhdang.statistics.collection.FormVersions;
import vn.binhdang.statistics.collection.Severity;

/**
 * The forms that come with the product ({@code data/form*.csv}); what they ask stands in the catalogue, which is brought in
 * before. What is there already stays as the people of the installation have made it.
 */
@Component
public class ShippedForms {
    private final Forms forms;
    private final FormVersions versions;
    private final Catalogues catalogues;

    ShippedForms(Forms forms, FormVersions versions, Catalogues catalogues) {
        this.forms = forms;
        this.versions = versions;
        this.catalogues = catalogues;
    }

    @Transactional
    public void bringIn() {
        var shipped = DataTable.read(
                "data/forms.csv",
                List.of("code", "name_vi", "name_en", "regime", "period_kind", "valid_from", "legal_basis"),
                row -> new Forms.NewForm(
                        row.text("code"),
                        row.text("name_vi"),
                        row.text("name_en"),
                        row.text("regime"),
                        PeriodKind.valueOf(row.text("period_kind")),
                        row.text("legal_basis"),
                        row.date("valid_from")));
        var known = catalogues.current();
        if (shipped.stream().allMatch(form -> known.form(form.code()).isPresent())) return;
        var actor = Actor.ofInstallation();
        var tables = tables();
        var rules = rules();
        for (var form : shipped) {
            if (known.form(form.code()).isPresent()) continue;
            var id = forms.create(actor, form);
            forms.write(
                    actor,
                    id,
                    1,
                    new FormDefinition(
                            tables.getOrDefault(form.code(), List.of()),
                            List.of(),
                            rules.getOrDefault(form.code(), List.of())));
            forms.putInForce(actor, id, versions.draft(id).orElseThrow().edition(), form.from());
        }
    }

    private record Line(
            String form,
            String part,
            @Nullable String asks,
            String vi,
            String en,
            @Nullable String hintVi,
            @Nullable String hintEn) {
        boolean begins() {
            return part.equals("SECTION") || part.equals("SUMMED");
        }

        FormDefinition.Heading heading() {
            return new FormDefinition.Heading(asks == null ? "" : asks, vi, en);
        }
    }

    private static Map<String, List<FormDefinition.Section>> tables() {
        var lines = DataTable.read(
                "data/form-tables.csv",
                List.of("form", "part", "asks", "name_vi", "name_en", "hint_vi", "hint_en"),
                row -> new Line(
                        row.text("form"),
                        row.text("part"),
                        row.optionalText("asks"),
                        row.text("name_vi"),
                        row.text("name_en"),
                        row.optionalText("hint_vi"),
                        row.optionalText("hint_en")));
        var tables = new LinkedHashMap<String, List<FormDefinition.Section>>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).begins()) continue;
            int end = i + 1;
            while (end < lines.size() && !lines.get(end).begins()) end++;
            var parts = lines.subList(i + 1, end);
            var head = lines.get(i);
            tables.computeIfAbsent(head.form(), _ -> new ArrayList<>())
                    .add(new FormDefinition.Section(
                            head.vi(),
                            head.en(),
                            head.hintVi() == null ? "" : head.hintVi(),
                            head.hintEn() == null ? "" : head.hintEn(),
                            head.part().equals("SUMMED"),
                            headings(parts, "ROW"),
                            headings(parts, "COLUMN")));
        }
        return tables;
    }

    private static List<FormDefinition.Heading> headings(List<Line> lines, String part) {
        return lines.stream()
                .filter(line -> line.part().equals(part))
                .map(Line::heading)
                .toList();
    }

    private static Map<String, List<FormDefinition.Rule>> rules() {
        var rules = new LinkedHashMap<String, List<FormDefinition.Rule>>();
        DataTable.read(
                        "data/form-rules.csv",
                        List.of("form", "code", "says", "severity", "name_vi", "name_en"),
                        row -> Map.entry(
                                row.text("form"),
                                new FormDefinition.Rule(
                                        row.text("code"),
                                        row.text("says"),
                                        Severity.valueOf(row.text("severity")),
                                        row.text("name_vi"),
                                        row.text("name_en"))))
                .forEach(rule -> rules.computeIfAbsent(rule.getKey(), _ -> new ArrayList<>())
                        .add(rule.getValue()));
        return rules;
    }
}
