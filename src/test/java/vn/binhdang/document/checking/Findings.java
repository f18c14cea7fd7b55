package vn.binhdang.document.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Finding;
import vn.binhdang.document.ReadDocument;
import vn.binhdang.web.Text;

/** What the checker finds, each finding proved to have its sentence in both languages. */
final class Findings {
    private static final String PREFIX = "document.checking.";

    private Findings() {}

    static List<Finding> of(AdministrativeDocument draft) {
        return spoken(new DocumentChecker().check(draft));
    }

    static List<Finding> of(ReadDocument read) {
        return spoken(new DocumentChecker().check(read));
    }

    static List<Finding> of(LayoutFacts layout) {
        return spoken(new DocumentChecker().check(new PlanBuilder().build(), layout));
    }

    /** The codes found in a plan in which one thing was changed. */
    static AbstractListAssert<?, List<? extends String>, String, ObjectAssert<String>> codesOf(
            Consumer<PlanBuilder> change) {
        var plan = new PlanBuilder();
        change.accept(plan);
        return assertThat(codes(of(plan.build())));
    }

    /** The one finding in such a plan. */
    static Finding only(Consumer<PlanBuilder> change) {
        var plan = new PlanBuilder();
        change.accept(plan);
        var found = of(plan.build());
        assertThat(codes(found)).hasSize(1);
        return found.getFirst();
    }

    static List<String> codes(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.code().substring(PREFIX.length()))
                .toList();
    }

    static List<Finding> spoken(List<Finding> findings) {
        for (Finding finding : findings) {
            Object[] arguments = finding.arguments().toArray();
            for (Text text : List.of(Text.in(Text.VIETNAMESE), Text.in(Text.ENGLISH)))
                assertThat(text.of(finding.code(), arguments)).isNotBlank().doesNotContain("{1}", "{2}", "{3}", "null");
        }
        return findings;
    }
}
