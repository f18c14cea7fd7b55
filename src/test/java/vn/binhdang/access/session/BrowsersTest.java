package vn.binhdang.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class BrowsersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0"
                        + " Safari/537.36|Chrome · Windows",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                        + " coc_coc_browser/128.0 Chrome/122.0 Safari/537.36|Cốc Cốc · Windows",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0"
                        + " Safari/537.36 Edg/126.0|Edge · Windows",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                        + " Version/17.5 Mobile/15E148 Safari/604.1|Safari · iPhone",
                "Mozilla/5.0 (Linux; Android 14; SM-A546E) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0"
                        + " Chrome/121.0 Mobile Safari/537.36|Samsung Internet · Android",
                "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0|Firefox · Linux"
            })
    void a_browser_and_its_system_are_named(String agent, String words) {
        var request = new MockHttpServletRequest();
        request.addHeader("User-Agent", agent);
        assertThat(Browsers.words(request)).isEqualTo(words);
    }

    @Test
    void what_says_nothing_about_itself_has_no_name() {
        assertThat(Browsers.words(new MockHttpServletRequest())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10.20.30.40,10.20.30.0/24", "2001:db8:aa:bb:1:2:3:4,2001:db8:aa:0:0:0:0:0/48", "không phải địa chỉ,''"
    })
    void an_address_is_kept_as_its_network_only(String address, String network) {
        assertThat(Browsers.network(address)).isEqualTo(network);
    }
}
