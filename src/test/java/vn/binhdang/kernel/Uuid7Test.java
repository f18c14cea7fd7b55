package vn.binhdang.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class Uuid7Test {
    @Test
    void ids_are_of_version_seven_and_never_alike() {
        var ids = Stream.generate(Uuid7::create).limit(10_000).toList();
        assertThat(ids).allSatisfy(id -> {
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        });
        assertThat(new HashSet<>(ids)).hasSize(10_000);
    }

    @Test
    void an_id_carries_the_time_it_was_made() {
        long before = System.currentTimeMillis();
        long inId = Uuid7.create().getMostSignificantBits() >>> 16;
        assertThat(inId).isBetween(before, System.currentTimeMillis());
    }

    @Test
    void a_mistyped_id_leads_to_the_page_of_an_absent_record() {
        assertThatThrownBy(() -> Uuid7.parse("42")).isInstanceOf(NotVisible.class);
    }
}
