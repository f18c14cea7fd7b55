package vn.binhdang.statistics.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.statistics.exchange.format.Cubes;
import vn.binhdang.statistics.exchange.format.DataCube;
import vn.binhdang.statistics.exchange.format.Format;
import vn.binhdang.statistics.exchange.format.Label;
import vn.binhdang.statistics.exchange.format.Schemas;

/** What programs get, without the rest of the product. */
class OpenDataTest {

    private final MockMvcTester mvc = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new OpenDataController(
                    sources(),
                    new Publisher("SNV_TN", "Sở Nội vụ", null, null, URI.create("https://example.org/licence"))))
            .build());

    private static ObjectProvider<OpenDataSource> sources() {
        @SuppressWarnings("unchecked")
        ObjectProvider<OpenDataSource> sources = mock(ObjectProvider.class);
        when(sources.orderedStream())
                .thenAnswer(_ -> Stream.of(new OpenDataSource() {
                    @Override
                    public List<OpenDataset> published() {
                        return List.of(new OpenDataset(
                                Cubes.dataset(),
                                LocalDate.of(2026, 1, 5),
                                List.of(Label.of("lãnh đạo", "leaders")),
                                Optional.empty(),
                                Optional.empty()));
                    }

                    @Override
                    public Optional<DataCube> cube(String id) {
                        return id.equals("NU_LANH_DAO") ? Optional.of(Cubes.sample()) : Optional.empty();
                    }
                }));
        return sources;
    }

    private MockHttpServletResponse get(String address, String... headers) {
        var request = mvc.get().uri(address);
        for (int i = 0; i < headers.length; i += 2) request = request.header(headers[i], headers[i + 1]);
        return request.exchange().getResponse();
    }

    @Test
    void each_format_comes_by_its_word_and_by_its_media_type() throws Exception {
        for (Format format : Format.values()) {
            if (format == Format.ADX) continue;
            MockHttpServletResponse byWord = get("/api/data/NU_LANH_DAO?format=" + format.word());
            assertThat(byWord.getStatus()).isEqualTo(200);
            for (String type : format.mediaTypes()) {
                MockHttpServletResponse byType = get("/api/data/NU_LANH_DAO", HttpHeaders.ACCEPT, type);
                assertThat(byType.getContentAsByteArray()).as(type).isEqualTo(byWord.getContentAsByteArray());
                assertThat(byType.getContentType()).isEqualTo(byWord.getContentType());
            }
        }
        assertThat(Schemas.json(get("/api/data/NU_LANH_DAO").getContentAsByteArray(), "json-stat.schema.json"))
                .isEmpty();
    }

    @Test
    void a_browser_and_whoever_does_not_mind_get_json_stat() {
        for (String accept : List.of("*/*", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"))
            assertThat(get("/api/data/NU_LANH_DAO", HttpHeaders.ACCEPT, accept).getContentType())
                    .isEqualTo("application/json");
    }

    @Test
    void what_is_not_on_offer_is_said_with_what_is() throws Exception {
        MockHttpServletResponse unknown = get("/api/data/NU_LANH_DAO?format=%3Cscript%3E&lang=en");
        assertThat(unknown.getStatus()).isEqualTo(400);
        assertThat(unknown.getContentType()).isEqualTo("application/problem+json");
        assertThat(unknown.getContentAsString()).contains("json-stat").doesNotContain("script");
        assertThat(get("/api/data/NU_LANH_DAO?format=adx").getStatus()).isEqualTo(400);
        assertThat(get("/api/data/NU_LANH_DAO", HttpHeaders.ACCEPT, "image/png").getStatus())
                .isEqualTo(406);
        assertThat(get("/api/data/NU_LANH_DAO", HttpHeaders.ACCEPT, "application/vnd.sdmx.data+xml;version=2.1")
                        .getStatus())
                .isEqualTo(406);
        assertThat(get("/api/data/NU_LANH_DAO", HttpHeaders.ACCEPT, "nonsense").getStatus())
                .isEqualTo(406);
        MockHttpServletResponse absent = get("/api/data/X");
        assertThat(absent.getStatus()).isEqualTo(404);
        assertThat(new JsonMapper()
                        .readTree(absent.getContentAsByteArray())
                        .get("detail")
                        .stringValue())
                .contains("/api/data");
    }

    @Test
    void who_has_the_figures_already_does_not_load_them_again() {
        MockHttpServletResponse first = get("/api/data/NU_LANH_DAO?format=csv");
        String mark = first.getHeader(HttpHeaders.ETAG);
        assertThat(mark).startsWith("W/");
        MockHttpServletResponse again = get("/api/data/NU_LANH_DAO?format=csv", HttpHeaders.IF_NONE_MATCH, mark);
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getContentAsByteArray()).isEmpty();
        for (String other : List.of("?format=sdmx-csv", "?format=csv&lang=en", "?format=csv&bom=true"))
            assertThat(get("/api/data/NU_LANH_DAO" + other, HttpHeaders.IF_NONE_MATCH, mark)
                            .getStatus())
                    .isEqualTo(200);
    }

    @Test
    void words_are_in_the_language_of_the_reader() throws Exception {
        assertThat(get("/api/data/NU_LANH_DAO").getContentAsString()).contains("Nữ lãnh đạo");
        MockHttpServletResponse english = get("/api/data/NU_LANH_DAO", HttpHeaders.ACCEPT_LANGUAGE, "en-GB,en;q=0.9");
        assertThat(english.getContentAsString()).contains("Women leaders").doesNotContain("Nữ lãnh đạo");
        assertThat(english.getHeader(HttpHeaders.CONTENT_LANGUAGE)).isEqualTo("en");
        assertThat(get("/api/data/NU_LANH_DAO", HttpHeaders.ACCEPT_LANGUAGE, ";;;")
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void excel_gets_its_mark_when_asked_for() {
        assertThat(get("/api/data/NU_LANH_DAO?format=csv&bom=true&download=true")
                        .getContentAsByteArray())
                .startsWith(0xEF, 0xBB, 0xBF);
        assertThat(get("/api/data/NU_LANH_DAO?format=csv&download=true").getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .isEqualTo("attachment; filename=\"NU_LANH_DAO-csv.csv\"");
    }

    @Test
    void the_list_and_the_catalogue_lead_to_the_figures() throws Exception {
        JsonNode listed = new JsonMapper().readTree(get("/api/data").getContentAsByteArray());
        assertThat(listed.get(0).get("href").stringValue()).isEqualTo("http://localhost/api/data/NU_LANH_DAO");
        var turtle = Rio.parse(
                new java.io.ByteArrayInputStream(get("/api/catalog.ttl").getContentAsByteArray()),
                "",
                RDFFormat.TURTLE);
        var json = Rio.parse(
                new java.io.ByteArrayInputStream(get("/api/catalog").getContentAsByteArray()), "", RDFFormat.JSONLD);
        assertThat(org.eclipse.rdf4j.model.util.Models.isomorphic(turtle, json)).isTrue();
        assertThat(get("/api/catalog", HttpHeaders.ACCEPT, "text/turtle").getContentType())
                .startsWith("text/turtle");
        for (var address : turtle.filter(null, org.eclipse.rdf4j.model.vocabulary.DCAT.DOWNLOAD_URL, null)
                .objects())
            assertThat(get(address.stringValue().replace("http://localhost", ""))
                            .getStatus())
                    .isEqualTo(200);
    }
}
