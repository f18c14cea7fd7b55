package vn.binhdang.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/plans?q=b%C3%ACnh", "/units/tree?day=2026-01-01"})
    void a_page_of_the_product_is_come_back_to(String own) {
        assertThat(OwnPath.of(own)).isEqualTo(own);
    }

    /** Browsers read a backslash as a slash and drop tabs and line ends. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plans",
                "https://elsewhere.example",
                "//elsewhere.example",
                "/\\elsewhere.example",
                "/\t/elsewhere.example",
                "/\n/elsewhere.example",
                "/\r\n/elsewhere.example",
                "/\t\\elsewhere.example"
            })
    void anything_that_a_browser_could_read_as_an_address_elsewhere_leads_to_the_start_page(String away) {
        assertThat(OwnPath.of(away)).isEqualTo("/");
    }
}
