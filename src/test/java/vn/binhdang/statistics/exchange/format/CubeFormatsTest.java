package vn.binhdang.statistics.exchange.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every format is written, checked against its schema and read back by a reader that knows nothing of the writer. */
class CubeFormatsTest {

    private static final int CUBES = 100;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    /** What a cell says, by the codes of its categories. */
    record Said(Map<String, String> key, String value, String status, String reason) {}

    static byte[] written(DataCube cube, Format format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.writer("vi").write(cube, out);
        return out.toByteArray();
    }

    private static List<DataCube> cubes() {
        List<DataCube> cubes = new ArrayList<>(List.of(Cubes.sample()));
        for (int seed = 0; seed < CUBES; seed++) cubes.add(Cubes.random(seed));
        return cubes;
    }

    private static List<Said> said(DataCube cube) throws IOException {
        List<Said> cells = new ArrayList<>();
        cube.each(cell -> {
            Map<String, String> key = new TreeMap<>();
            for (int i = 0; i < cube.dimensions().size(); i++)
                key.put(
                        cube.dimensions().get(i).id(),
                        cube.category(cell.cell(), i).code());
            cells.add(new Said(
                    key, cell.number(), cell.status().code(), cell.because().orElse("")));
        });
        return cells;
    }

    /** With the period named by its days, as SDMX has it. */
    private static List<Said> byDays(DataCube cube) throws IOException {
        return said(cube).stream()
                .map(s -> {
                    Map<String, String> key = new TreeMap<>(s.key());
                    cube.time().categories().stream()
                            .filter(c -> c.code().equals(s.key().get("TIME_PERIOD")))
                            .forEach(c -> key.put("TIME_PERIOD", TimeRange.text(c.days())));
                    return new Said(key, s.value(), s.status(), s.reason());
                })
                .toList();
    }

    @Test
    void every_document_fits_its_schema() throws IOException {
        int documents = 0;
        for (DataCube cube : cubes()) {
            byte[] schema = written(cube, Format.SDMX_ML_SCHEMA);
            assertThat(Schemas.sdmxMl(written(cube, Format.SDMX_ML), Optional.of(schema)))
                    .isEmpty();
            assertThat(Schemas.sdmxMl(written(cube, Format.SDMX_ML_STRUCTURE), Optional.empty()))
                    .isEmpty();
            assertThat(Schemas.json(written(cube, Format.SDMX_JSON), "sdmx-json-data.schema.json"))
                    .isEmpty();
            assertThat(Schemas.json(written(cube, Format.SDMX_JSON_STRUCTURE), "sdmx-json-structure.schema.json"))
                    .isEmpty();
            assertThat(Schemas.json(written(cube, Format.JSON_STAT), "json-stat.schema.json"))
                    .isEmpty();
            documents += 5;
        }
        assertThat(documents).isEqualTo(5 * (CUBES + 1));
    }

    @Test
    void a_schema_notices_what_is_wrong() throws IOException {
        DataCube cube = Cubes.sample();
        Optional<byte[]> schema = Optional.of(written(cube, Format.SDMX_ML_SCHEMA));
        String document = new String(written(cube, Format.SDMX_ML), StandardCharsets.UTF_8);
        for (var wrong : List.of(
                document.replaceFirst("SEX=\"F\"", "SEX=\"X\""),
                document.replaceFirst("OBS_VALUE=\"", "OBS_VALUE=\"1,"),
                document.replaceFirst("TIME_PERIOD=\"2023-12-15/P1Y\"", "TIME_PERIOD=\"2024S1\""),
                document.replaceFirst("UNIT=\"T24\" ", ""),
                document.replaceFirst("<Obs ", "<Observation "),
                document.replaceFirst("ss:structureRef=\"NU_LANH_DAO\"", "ss:structureRef=\"OTHER\"")))
            assertThat(Schemas.sdmxMl(wrong.getBytes(StandardCharsets.UTF_8), schema))
                    .isNotEmpty();
        String json = new String(written(cube, Format.SDMX_JSON), StandardCharsets.UTF_8);
        assertThat(Schemas.json(
                        json.replace("\"keyPosition\":0", "\"keyPosition\":\"0\"")
                                .getBytes(StandardCharsets.UTF_8),
                        "sdmx-json-data.schema.json"))
                .isNotEmpty();
    }

    @Test
    void csv_comes_back_as_it_went() throws IOException {
        for (DataCube cube : cubes()) {
            CsvIn in = new CsvIn(new ByteArrayInputStream(written(cube, Format.CSV)));
            List<String> head = in.record().orElseThrow();
            List<Said> read = new ArrayList<>();
            for (var record = in.record(); record.isPresent(); record = in.record()) {
                Map<String, String> row = new TreeMap<>();
                for (int i = 0; i < head.size(); i++)
                    row.put(head.get(i), record.get().get(i));
                Map<String, String> key = new TreeMap<>();
                cube.dimensions().forEach(d -> key.put(d.id(), CsvOut.unguarded(row.get(d.id()))));
                read.add(new Said(
                        key, row.get("OBS_VALUE"), row.get("OBS_STATUS"), CsvOut.unguarded(row.get("COMMENT"))));
            }
            assertThat(read).isEqualTo(said(cube));
        }
    }

    @Test
    void no_field_of_a_csv_is_a_formula() throws IOException {
        for (DataCube cube : cubes())
            for (Format format : List.of(Format.CSV, Format.SDMX_CSV)) {
                CsvIn in = new CsvIn(new ByteArrayInputStream(written(cube, format)));
                List<String> head = in.record().orElseThrow();
                for (var record = in.record(); record.isPresent(); record = in.record())
                    for (int i = 0; i < head.size(); i++)
                        if (!head.get(i).equals("OBS_VALUE"))
                            assertThat(record.get().get(i)).doesNotMatch("(?s)[=+\\-@\\t\\r\\n＝＋－＠].*");
            }
    }

    @Test
    void sdmx_csv_comes_back_as_it_went() throws IOException {
        for (DataCube cube : cubes()) {
            List<Said> read = new ArrayList<>();
            var reader = new SdmxCsvReader(new ByteArrayInputStream(written(cube, Format.SDMX_CSV)));
            for (var item = reader.next(); item.isPresent(); item = reader.next()) {
                var row = (SdmxCsvReader.Row) item.get();
                assertThat(row.structure()).isEqualTo("SNV_TN:NU_LANH_DAO(1.0.0)");
                Map<String, String> key = new TreeMap<>();
                cube.dimensions().forEach(d -> key.put(d.id(), row.fields().get(d.id())));
                read.add(new Said(
                        key,
                        row.fields().getOrDefault("OBS_VALUE", ""),
                        row.fields().get("OBS_STATUS"),
                        row.fields().getOrDefault("COMMENT", "")));
            }
            assertThat(read).isEqualTo(byDays(cube));
        }
    }

    @Test
    void json_stat_comes_back_as_it_went() throws IOException {
        for (DataCube cube : cubes()) {
            JsonNode root = JSON.readTree(written(cube, Format.JSON_STAT));
            List<List<String>> codes = new ArrayList<>();
            List<String> ids = new ArrayList<>();
            for (JsonNode id : root.get("id")) {
                ids.add(id.stringValue());
                List<String> of = new ArrayList<>();
                root.get("dimension")
                        .get(id.stringValue())
                        .get("category")
                        .get("index")
                        .forEach(c -> of.add(c.stringValue()));
                codes.add(of);
            }
            long places = 1;
            for (int i = 0; i < ids.size(); i++) {
                assertThat(root.get("size").get(i).intValue())
                        .isEqualTo(codes.get(i).size());
                places *= codes.get(i).size();
            }
            assertThat(root.get("value").size()).isEqualTo((int) places);
            List<Said> read = new ArrayList<>();
            for (int cell = 0; cell < places; cell++) {
                JsonNode value = root.get("value").get(cell);
                String status = root.path("status").path(String.valueOf(cell)).stringValue("A");
                if (value.isNull() && status.equals("A")) continue;
                Map<String, String> key = new TreeMap<>();
                long rest = cell;
                for (int i = ids.size() - 1; i >= 0; i--) {
                    key.put(ids.get(i), codes.get(i).get((int)
                            (rest % codes.get(i).size())));
                    rest /= codes.get(i).size();
                }
                read.add(new Said(
                        key,
                        value.isNull() ? "" : value.decimalValue().toPlainString(),
                        status,
                        root.path("extension")
                                .path("reason")
                                .path(String.valueOf(cell))
                                .stringValue("")));
            }
            assertThat(read).isEqualTo(said(cube));
        }
    }

    @Test
    void sdmx_json_comes_back_as_it_went() throws IOException {
        for (DataCube cube : cubes()) {
            JsonNode data = JSON.readTree(written(cube, Format.SDMX_JSON)).get("data");
            JsonNode structure = data.get("structures").get(0);
            JsonNode statuses =
                    structure.get("attributes").get("observation").get(0).get("values");
            List<Said> read = new ArrayList<>();
            for (var series : data.get("dataSets").get(0).get("series").properties())
                for (var observation : series.getValue().get("observations").properties()) {
                    Map<String, String> key = new TreeMap<>();
                    String[] places = series.getKey().split(":");
                    JsonNode dimensions = structure.get("dimensions").get("series");
                    for (int i = 0; i < dimensions.size(); i++)
                        key.put(
                                dimensions.get(i).get("id").stringValue(),
                                SdmxIds.decoded(dimensions
                                        .get(i)
                                        .get("values")
                                        .get(Integer.parseInt(places[i]))
                                        .get("id")
                                        .stringValue()));
                    key.put(
                            "TIME_PERIOD",
                            structure
                                    .get("dimensions")
                                    .get("observation")
                                    .get(0)
                                    .get("values")
                                    .get(Integer.parseInt(observation.getKey()))
                                    .get("value")
                                    .stringValue());
                    JsonNode cell = observation.getValue();
                    read.add(new Said(
                            key,
                            cell.get(0).isNull()
                                    ? ""
                                    : cell.get(0).decimalValue().toPlainString(),
                            statuses.get(cell.get(1).intValue()).get("id").stringValue(),
                            cell.size() > 2 ? cell.get(2).stringValue() : ""));
                }
            assertThat(read).isEqualTo(byDays(cube));
            assertThat(read.stream().map(Said::key).distinct().count()).isEqualTo(read.size());
        }
    }

    @Test
    void whole_numbers_of_sdmx_json_stand_where_they_are_meant() throws IOException {
        DataCube cube = Cubes.sample();
        JsonNode data = JSON.readTree(written(cube, Format.SDMX_JSON)).get("data");
        JsonNode decimals = data.get("structures")
                .get(0)
                .get("attributes")
                .get("dimensionGroup")
                .get(2);
        assertThat(decimals.get("id").stringValue()).isEqualTo("DECIMALS");
        assertThat(decimals.has("values")).isFalse();
        JsonNode groups = data.get("dataSets").get(0).get("dimensionGroupAttributes");
        assertThat(groups.get(":0::").get(2).intValue()).isZero();
        assertThat(groups.get(":1::").get(2).intValue()).isEqualTo(1);
    }

    @Test
    void a_parent_is_told_whatever_its_code_is() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        int noted = 0;
        for (DataCube cube : cubes()) {
            Map<String, String> wanted = new TreeMap<>();
            for (var list : SdmxStructure.of(cube).codelists())
                for (var code : list.codes())
                    if (code.parent() != null) wanted.put(list.id() + " " + code.id(), code.parent());
            NodeList codes = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(written(cube, Format.SDMX_ML_STRUCTURE)))
                    .getElementsByTagName("str:Code");
            Map<String, String> read = new TreeMap<>();
            for (int i = 0; i < codes.getLength(); i++) {
                Element code = (Element) codes.item(i);
                String id = ((Element) code.getParentNode()).getAttribute("id") + " " + code.getAttribute("id");
                for (String element : List.of("str:Parent", "com:AnnotationValue")) {
                    NodeList parents = code.getElementsByTagName(element);
                    for (int j = 0; j < parents.getLength(); j++)
                        assertThat(read.put(id, parents.item(j).getTextContent()))
                                .isNull();
                }
                noted += code.getElementsByTagName("com:AnnotationValue").getLength();
            }
            assertThat(read).isEqualTo(wanted);
        }
        assertThat(noted).isPositive();
    }

    @Test
    void sdmx_ml_comes_back_as_it_went() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        for (DataCube cube : cubes()) {
            NodeList all = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(written(cube, Format.SDMX_ML)))
                    .getElementsByTagName("Obs");
            List<Said> read = new ArrayList<>();
            for (int i = 0; i < all.getLength(); i++) {
                Element observation = (Element) all.item(i);
                Element series = (Element) observation.getParentNode();
                Map<String, String> key = new TreeMap<>();
                for (Dimension dimension : cube.dimensions())
                    key.put(
                            dimension.id(),
                            dimension.role() == Dimension.Role.TIME
                                    ? observation.getAttribute("TIME_PERIOD")
                                    : SdmxIds.decoded(series.getAttribute(dimension.id())));
                read.add(new Said(
                        key,
                        observation.getAttribute("OBS_VALUE"),
                        observation.getAttribute("OBS_STATUS"),
                        observation.getAttribute("COMMENT")));
            }
            assertThat(read).isEqualTo(byDays(cube));
        }
    }

    @Test
    void what_is_suppressed_cannot_even_be_put_into_a_cube() {
        assertThatThrownBy(() -> new Observation(0, BigDecimal.ONE, Status.SUPPRESSED, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Observation(0, null, Status.NORMAL, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_same_figures_give_the_same_bytes() throws IOException {
        for (Format format : Format.values())
            assertThat(written(Cubes.sample(), format)).isEqualTo(written(Cubes.sample(), format));
    }

    @Test
    void a_document_that_broke_off_does_not_look_whole() {
        DataCube good = Cubes.sample();
        DataCube breaking = new DataCube(good.dataset(), good.dimensions(), sink -> {
            sink.take(Observation.of(0, BigDecimal.TEN));
            throw new IOException("the database has gone");
        });
        for (Format format : List.of(Format.JSON_STAT, Format.SDMX_JSON, Format.SDMX_ML)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThatThrownBy(() -> format.writer("vi").write(breaking, out)).isInstanceOf(IOException.class);
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .doesNotEndWith("}")
                    .doesNotEndWith(">\n</mes:StructureSpecificData>\n");
        }
    }

    @Test
    void cells_out_of_order_are_refused_since_their_places_would_lie() {
        DataCube cube = DataCube.of(
                Cubes.dataset(),
                Cubes.sample().dimensions(),
                List.of(Observation.of(3, BigDecimal.ONE), Observation.of(2, BigDecimal.ONE)));
        assertThatThrownBy(() -> written(cube, Format.CSV)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_quarter_of_a_million_cells_stream_by() throws IOException {
        List<Category> units = new ArrayList<>();
        for (int i = 0; i < 120_000; i++) units.add(Category.of("u" + i, Label.vietnamese("Đơn vị " + i)));
        List<Dimension> dimensions = new ArrayList<>(Cubes.sample().dimensions());
        dimensions.set(0, new Dimension("UNIT", Label.of("Đơn vị", "Unit"), Dimension.Role.GEO, units));
        DataCube big = new DataCube(Cubes.dataset(), dimensions, sink -> {
            for (long cell = 0; cell < 250_000; cell++) sink.take(Observation.of(cell, BigDecimal.valueOf(cell)));
        });
        for (Format format : Format.values()) {
            Counting out = new Counting();
            format.writer("vi").write(big, out);
            assertThat(out.bytes).isGreaterThan(1_000_000);
        }
    }

    private static final class Counting extends OutputStream {
        long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int from, int length) {
            bytes += length;
        }
    }
}
