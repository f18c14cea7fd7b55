package vn.binhdang.plan.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.binhdang.plan.importing.Clauses.Difference;
import vn.binhdang.plan.importing.Clauses.Kind;

class ClausesTest {
    @Test
    void equal_versions_have_no_changes() {
        assertThat(kinds(List.of("a", "b"), List.of("a", "b"))).containsExactly(Kind.SAME, Kind.SAME);
    }

    @Test
    void a_reworded_clause_stands_beside_its_old_words() {
        assertThat(Clauses.between(List.of("I", "1. Tuyên truyền", "II"), List.of("I", "1. Truyền thông", "II")))
                .contains(new Difference(Kind.CHANGED, "1. Tuyên truyền", "1. Truyền thông"))
                .hasSize(3);
    }

    @Test
    void an_added_and_a_removed_clause_stand_alone() {
        assertThat(kinds(List.of("a", "b", "c", "d"), List.of("a", "x", "b", "d")))
                .containsExactly(Kind.SAME, Kind.ADDED, Kind.SAME, Kind.REMOVED, Kind.SAME);
    }

    @Test
    void versions_too_long_to_align_exactly_still_lose_no_clause() {
        var before = IntStream.range(0, 3000).mapToObj(i -> "trước " + i).toList();
        var after = IntStream.range(0, 3100).mapToObj(i -> "sau " + i).toList();
        var differences = Clauses.between(before, after);
        assertThat(differences.stream().map(Difference::before).filter(java.util.Objects::nonNull))
                .containsExactlyElementsOf(before);
        assertThat(differences.stream().map(Difference::after).filter(java.util.Objects::nonNull))
                .containsExactlyElementsOf(after);
    }

    private static List<Kind> kinds(List<String> before, List<String> after) {
        return Clauses.between(before, after).stream().map(Difference::kind).toList();
    }
}
