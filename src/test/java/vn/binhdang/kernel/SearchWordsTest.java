package vn.binhdang.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchWordsTest {
    @Test
    void each_word_is_looked_for_anywhere_and_signs_of_patterns_mean_themselves() {
        assertThat(SearchWords.patterns("  bạo lực \t 50%_ a\\b "))
                .containsExactly("%bạo%", "%lực%", "%50\\%\\_%", "%a\\\\b%");
        assertThat(SearchWords.patterns(" \n ")).isEmpty();
    }
}
