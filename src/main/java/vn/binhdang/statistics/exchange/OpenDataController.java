package vn.binhdang.statistics.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.Sha256;
import vn.binhdang.statistics.exchange.format.DataCatalogue;
import vn.binhdang.statistics.exchange.format.DataCube;
import vn.binhdang.statistics.exchange.format.Dataset;
import vn.binhdang.statistics.exchange.format.Format;

/** Open data for everybody, without a session, and what tells programs that it is there. */
@Controller
class OpenDataController {

    private static final List<Format> FORMATS = OpenDataset.FORMATS;
    private static final String TURTLE = "text/turtle;charset=UTF-8";
    private static final String JSON_LD = "application/ld+json";
    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectProvider<OpenDataSource> sources;
    private final Publisher publisher;

    OpenDataController(ObjectProvider<OpenDataSource> sources, Publisher publisher) {
        this.sources = sources;
        this.publisher = publisher;
    }

    /** One line of the list: enough for a program to go on. */
    private record Listed(
            String id,
            String title,
            @Nullable String titleEn,
            String issued,
            String updated,
            URI href,
            List<String> formats) {}

    @GetMapping("/api/data")
    void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answer answer = new Answer(request, response);
        URI site = answer.site(publisher);
        List<Listed> listed = sources.orderedStream()
                .flatMap(source -> source.published().stream())
                .map(d -> new Listed(
                        d.about().id(),
                        d.about().title().vi(),
                        d.about().title().en(),
                        d.issued().toString(),
                        d.about().updated().toString(),
                        home(site, d.about()),
                        FORMATS.stream().map(Format::word).toList()))
                .toList();
        open(response);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        JSON.writeValue(response.getOutputStream(), listed);
    }

    @GetMapping("/api/data/{dataset}")
    void data(@PathVariable String dataset, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Answer answer = new Answer(request, response);
        Optional<Format> format = answer.format(FORMATS);
        if (format.isEmpty()) return;
        Optional<DataCube> cube = sources.orderedStream()
                .flatMap(source -> source.cube(dataset).stream())
                .findFirst();
        if (cube.isEmpty()) {
            Optional<LocalDate> withdrawn = sources.orderedStream()
                    .flatMap(source -> source.withdrawn(dataset).stream())
                    .findFirst();
            if (withdrawn.isPresent()) answer.refuse(HttpStatus.GONE, "withdrawn", TypedDay.print(withdrawn.get()));
            else answer.refuse(HttpStatus.NOT_FOUND, "dataset");
            return;
        }
        Dataset about = cube.get().dataset();
        String language = answer.language();
        open(response);
        // Weak, since the same bytes also travel compressed.
        String mark = "W/\"" + sum(about + format.get().word() + language + request.getParameter("bom")) + "\"";
        if (new ServletWebRequest(request, response).checkNotModified(mark)) return;
        answer.write(cube.get().at(home(answer.site(publisher), about)), format.get(), language);
    }

    /** DCAT-AP 3; Turtle for those who ask for it, JSON-LD for everybody else. */
    @GetMapping({"/api/catalog", "/api/catalog.ttl", "/api/catalog.jsonld"})
    void catalogue(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answer answer = new Answer(request, response);
        URI site = answer.site(publisher);
        String path = request.getRequestURI();
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        boolean turtle =
                path.endsWith(".ttl") || !path.endsWith(".jsonld") && accept != null && accept.contains("text/turtle");
        DataCatalogue catalogue = new DataCatalogue(
                site.resolve("api/catalog"),
                site,
                publisher.agency(),
                publisher.licensed(),
                sources.orderedStream()
                        .flatMap(source -> source.published().stream())
                        .map(d -> d.entry(d.about().at(home(site, d.about()))))
                        .toList());
        open(response);
        response.setContentType(turtle ? TURTLE : JSON_LD);
        if (turtle) catalogue.turtle(response.getOutputStream());
        else catalogue.jsonLd(response.getOutputStream());
    }

    /** OpenAPI 3.1: what programs may ask and say. */
    @GetMapping("/api/openapi.json")
    void description(HttpServletResponse response) throws IOException {
        open(response);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        try (InputStream document = getClass().getResourceAsStream("/api/openapi.json")) {
            if (document == null) throw new IllegalStateException("openapi.json is not in the jar");
            document.transferTo(response.getOutputStream());
        }
    }

    private static URI home(URI site, Dataset dataset) {
        return site.resolve("api/data/" + dataset.id());
    }

    /** For pages of other sites too, and to be kept for a while by whoever is between. */
    private static void open(HttpServletResponse response) {
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic().getHeaderValue());
        response.setHeader(HttpHeaders.VARY, "Accept, Accept-Language, Accept-Encoding");
    }

    private static String sum(String text) {
        byte[] digest = Sha256.of(text);
        return HexFormat.of().formatHex(digest, 0, 12);
    }
}
