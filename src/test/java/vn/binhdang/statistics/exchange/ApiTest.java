package vn.binhdang.statistics.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.Catalogues;
import vn.binhdang.statistics.CellEntry;
import vn.binhdang.statistics.InventedProvinces;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.statistics.exchange.format.AdxReader;
import vn.binhdang.statistics.exchange.format.AdxValue;
import vn.binhdang.statistics.exchange.format.Fault;
import vn.binhdang.statistics.exchange.format.Format;
import vn.binhdang.statistics.exchange.format.PeriodNames;
import vn.binhdang.statistics.exchange.format.Schemas;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

/** The interface for programs as it is described and as it is. */
@PageTest
class ApiTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    private JsonNode description;

    @BeforeEach
    void read() throws Exception {
        description = new JsonMapper().readTree(anonymous("/api/openapi.json").getContentAsByteArray());
    }

    private MockHttpServletResponse anonymous(String address) {
        return mvc.get().uri(address).exchange().getResponse();
    }

    @Test
    void the_description_is_openapi_and_names_what_is_there() throws Exception {
        assertThat(Schemas.json(anonymous("/api/openapi.json").getContentAsByteArray(), "openapi-3.1.schema.json"))
                .isEmpty();
        Set<String> described = new TreeSet<>();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> described.add(
                                method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        Set<String> real = new TreeSet<>();
        Set<String> ours = new TreeSet<>();
        mapping.getHandlerMethods().forEach((info, method) -> {
            for (var verb : info.getMethodsCondition().getMethods())
                for (String path : info.getPatternValues()) {
                    real.add(verb + " " + path);
                    if (Set.of(OpenDataController.class, FormAnswersController.class)
                            .contains(method.getBeanType())) ours.add(verb + " " + path);
                }
        });
        assertThat(real).containsAll(described);
        assertThat(description
                        .at("/components/securitySchemes/token/description")
                        .stringValue())
                .contains("/account/tokens", "bdt_");
        assertThat(described).containsAll(ours);
    }

    @Test
    void every_reference_of_the_description_leads_somewhere() {
        description
                .findValuesAsString("$ref")
                .forEach(reference -> assertThat(
                                description.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
        assertThat(description.findValuesAsString("operationId")).doesNotHaveDuplicates();
    }

    @Test
    void open_data_needs_no_session_and_makes_none() {
        for (String address : new String[] {"/api/data", "/api/catalog", "/api/catalog.ttl", "/api/openapi.json"}) {
            MockHttpServletResponse answer = anonymous(address);
            assertThat(answer.getStatus()).as(address).isEqualTo(200);
            assertThat(answer.getCookies()).isEmpty();
            assertThat(answer.getHeader("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(answer.getHeader("Cache-Control")).contains("public");
        }
        assertThat(anonymous("/api/data/NOT_THERE").getStatus()).isEqualTo(404);
        assertThat(mvc.post().uri("/api/data").exchange().getResponse().getStatus())
                .isEqualTo(403);
    }

    @Test
    void raw_answers_are_for_those_who_may_read_them(@Autowired Pages pages) throws Exception {
        assertThat(anonymous("/api/forms/X/data").getStatus()).isNotEqualTo(200);
        assertThat(pages.as("kiemtoan").fetch("/api/forms/X/data").getStatus()).isEqualTo(403);
        MockHttpServletResponse absent = pages.as("thongke").fetch("/api/forms/NOT-THERE/data");
        assertThat(absent.getStatus()).isEqualTo(404);
        assertThat(absent.getContentType()).isEqualTo("application/problem+json");
    }

    @Autowired
    private Submissions submissions;

    @Autowired
    private Catalogues catalogues;

    @Autowired
    private FormAnswers answers;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_province_reads_the_answers_of_its_communes_and_of_no_others() throws Exception {
        var land = new InventedProvinces(jdbc, 2, 2);
        report(land, land.communes.get(0).get(0), 10, 20, 3);
        report(land, land.communes.get(0).get(1), 1, 0, 0);
        report(land, land.communes.get(1).get(0), 7, 7, 7);
        var catalogue = catalogues.current();
        var form = catalogue.form(land.formCode()).orElseThrow();
        var home = java.net.URI.create("http://localhost/api/forms/X/data");
        var province = InventedProvinces.actor(land.provinces.get(0), Role.STATISTICIAN);
        var cube = answers.cube(province, catalogue, form, List.of(), home).orElseThrow();
        assertThat(cube.dimensions().getFirst().categories()).hasSize(2);
        var country = answers.cube(
                        InventedProvinces.actor(land.country, Role.STATISTICIAN), catalogue, form, List.of(), home)
                .orElseThrow();
        assertThat(country.dimensions().getFirst().categories()).hasSize(3);
        assertThat(answers.cube(
                        InventedProvinces.actor(land.communes.get(1).get(1), Role.STATISTICIAN),
                        catalogue,
                        form,
                        List.of(InventedProvinces.HALF),
                        home))
                .isEmpty();
        var adx = new ByteArrayOutputStream();
        Format.ADX.writer("vi").write(cube, adx);
        Set<String> values = new TreeSet<>();
        AdxReader.read(new ByteArrayInputStream(adx.toByteArray()), new AdxReader.Sink() {
            @Override
            public void value(AdxValue value) {
                assertThat(PeriodNames.match(value.period(), form.shape()::window)
                                .orElseThrow()
                                .period())
                        .isEqualTo(InventedProvinces.HALF);
                assertThat(form.shape().slot(value.element(), value.combination()))
                        .isPresent();
                values.add(value.element().replaceAll(".*_", "") + " " + value.combination() + " " + value.value());
            }

            @Override
            public void fault(Fault fault) {
                throw new AssertionError(fault.toString());
            }
        });
        assertThat(values)
                .containsExactlyInAnyOrder(
                        "STAFF SEX=F 10",
                        "STAFF SEX=M 20",
                        "STAFF SEX=U 3",
                        "STAFF SEX=F 1",
                        "STAFF SEX=M 0",
                        "STAFF SEX=U 0");
        for (Format format : Format.values()) format.writer("vi").write(cube, java.io.OutputStream.nullOutputStream());
    }

    /** Staff women, men, unknown; the leaders are left open. */
    private void report(InventedProvinces land, UnitId unit, long... staff) {
        var clerk = InventedProvinces.actor(land.country, Role.OFFICE_CLERK);
        var draft = submissions
                .draft(clerk, land.form, InventedProvinces.HALF, unit)
                .id();
        List<Submissions.CellChange> changes = new ArrayList<>();
        for (int slot = 0; slot < staff.length; slot++)
            changes.add(new Submissions.CellChange(slot, null, CellEntry.of(staff[slot])));
        submissions.fill(clerk, draft, changes);
        submissions.submit(clerk, draft, 1);
        submissions.accept(InventedProvinces.actor(land.country, Role.STATISTICIAN), draft, 2);
    }
}
