package vn.binhdang.statistics.exchange.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.util.Models;
import org.eclipse.rdf4j.model.vocabulary.DCAT;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.FOAF;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.junit.jupiter.api.Test;
import vn.binhdang.statistics.Window;

/** Read by readers of others; whether DCAT-AP would be content is asked of what they read. */
class DataCatalogueTest {

    private static DataCatalogue catalogue(int datasets) {
        List<DataCatalogue.Entry> entries = new ArrayList<>();
        for (int i = 0; i < datasets; i++) {
            Dataset d = Cubes.dataset();
            entries.add(new DataCatalogue.Entry(
                    new Dataset(
                            d.id() + i,
                            d.version(),
                            Label.of("Bảng \"số\" \\ " + i, "Table"),
                            d.description(),
                            d.source(),
                            d.agency(),
                            d.updated(),
                            URI.create("https://thongke.thunghiem.example/api/data/" + d.id() + i),
                            null),
                    LocalDate.of(2026, 1, 5),
                    List.of(Label.of("bình đẳng giới", "gender equality"), Label.vietnamese("lãnh đạo")),
                    i % 2 == 0
                            ? Optional.of(new Window(LocalDate.of(2023, 12, 15), LocalDate.of(2025, 9, 15)))
                            : Optional.empty(),
                    i % 3 == 0 ? Optional.of(Label.vietnamese("Tỉnh Thử Nghiệm")) : Optional.empty()));
        }
        return new DataCatalogue(
                URI.create("https://thongke.thunghiem.example/api/catalog"),
                URI.create("https://thongke.thunghiem.example/"),
                Cubes.dataset().agency(),
                Optional.of(URI.create("https://creativecommons.org/licenses/by/4.0/")),
                entries);
    }

    private static Model read(byte[] bytes, RDFFormat format) throws IOException {
        return Rio.parse(new ByteArrayInputStream(bytes), "", format);
    }

    private static byte[] turtle(DataCatalogue catalogue) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        catalogue.turtle(out);
        return out.toByteArray();
    }

    private static byte[] jsonLd(DataCatalogue catalogue) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        catalogue.jsonLd(out);
        return out.toByteArray();
    }

    @Test
    void turtle_and_json_ld_say_the_same() throws IOException {
        for (int datasets : List.of(0, 1, 7)) {
            Model turtle = read(turtle(catalogue(datasets)), RDFFormat.TURTLE);
            Model json = read(jsonLd(catalogue(datasets)), RDFFormat.JSONLD);
            assertThat(turtle).isNotEmpty();
            assertThat(Models.isomorphic(turtle, json)).isTrue();
        }
    }

    @Test
    void everything_that_dcat_ap_makes_mandatory_is_there() throws IOException {
        Model model = read(turtle(catalogue(7)), RDFFormat.TURTLE);
        for (Resource catalogue : model.filter(null, RDF.TYPE, DCAT.CATALOG).subjects()) {
            assertThat(model.filter(catalogue, DCTERMS.TITLE, null)).isNotEmpty();
            assertThat(model.filter(catalogue, DCTERMS.DESCRIPTION, null)).isNotEmpty();
            Resource publisher = Models.objectResource(model.filter(catalogue, DCTERMS.PUBLISHER, null))
                    .orElseThrow();
            assertThat(model.contains(publisher, RDF.TYPE, FOAF.AGENT)).isTrue();
            assertThat(model.filter(publisher, FOAF.NAME, null)).isNotEmpty();
            assertThat(model.filter(catalogue, DCAT.HAS_DATASET, null)).hasSize(7);
        }
        assertThat(model.filter(null, RDF.TYPE, DCAT.CATALOG)).hasSize(1);
        assertThat(model.filter(null, RDF.TYPE, DCAT.DATASET)).hasSize(7);
        for (Resource dataset : model.filter(null, RDF.TYPE, DCAT.DATASET).subjects()) {
            assertThat(model.filter(dataset, DCTERMS.TITLE, null)).hasSize(2);
            assertThat(model.filter(dataset, DCTERMS.DESCRIPTION, null)).isNotEmpty();
            assertThat(model.filter(dataset, DCAT.HAS_DISTRIBUTION, null)).hasSize(5);
        }
        for (Resource file : model.filter(null, RDF.TYPE, DCAT.DISTRIBUTION).subjects()) {
            assertThat(model.filter(file, DCAT.ACCESS_URL, null)).hasSize(1);
            assertThat(model.filter(file, DCTERMS.LICENSE, null)).hasSize(1);
        }
        for (Resource service : model.filter(null, RDF.TYPE, DCAT.DATA_SERVICE).subjects()) {
            assertThat(model.filter(service, DCAT.ENDPOINT_URL, null)).hasSize(1);
            assertThat(model.filter(service, DCTERMS.TITLE, null)).isNotEmpty();
        }
    }
}
