package vn.binhdang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PackingTest {
    private final byte[] page =
            "<p>Kế hoạch hành động vì bình đẳng</p>\n".repeat(2_000).getBytes(StandardCharsets.UTF_8);

    @Test
    void a_page_is_packed_and_unpacks_to_the_same_also_with_a_packer_used_before() throws IOException {
        for (int i = 0; i < 3; i++) {
            var packed = sent(page, "gzip, deflate, br").getContentAsByteArray();
            assertThat(packed.length).isLessThan(page.length / 10);
            try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                assertThat(in.readAllBytes()).isEqualTo(page);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "br", "gzip;q=0", "gzip; q=0.0, br"})
    void who_does_not_unpack_gets_it_plain(String accepted) throws IOException {
        var answer = sent(page, accepted);
        assertThat(answer.getContentAsByteArray()).isEqualTo(page);
        assertThat(answer.getHeader("Content-Encoding")).isNull();
        assertThat(answer.getHeader("Vary")).isEqualTo("Accept-Encoding");
    }

    @Test
    void little_is_sent_as_it_is() throws IOException {
        assertThat(sent(new byte[100], "gzip").getHeader("Content-Encoding")).isNull();
    }

    private static MockHttpServletResponse sent(byte[] page, String accepted) throws IOException {
        var request = new MockHttpServletRequest();
        request.addHeader("Accept-Encoding", accepted);
        var response = new MockHttpServletResponse();
        Packing.send(page, request, response);
        return response;
    }
}
