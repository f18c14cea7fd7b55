package vn.binhdang.statistics.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.binhdang.statistics.exchange.format.CsvWriter;
import vn.binhdang.statistics.exchange.format.CubeWriter;
import vn.binhdang.statistics.exchange.format.DataCube;
import vn.binhdang.statistics.exchange.format.Format;
import vn.binhdang.web.Problem;
import vn.binhdang.web.Text;

/** One answer to a program: which format it wants, in which language, and what is said when it asks for nonsense. */
final class Answer {

    private final HttpServletRequest request;
    private final HttpServletResponse response;

    Answer(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    /** Where this installation is reached; the end is a slash. */
    URI site(Publisher publisher) {
        if (publisher.site() != null)
            return URI.create(publisher.site().toString().replaceFirst("/*$", "/"));
        return ServletUriComponentsBuilder.fromContextPath(request)
                .path("/")
                .build()
                .toUri();
    }

    /** What {@code lang} says, else what the program says it reads; Vietnamese for everybody else. */
    String language() {
        String asked = request.getParameter("lang");
        if (asked == null || asked.isBlank()) asked = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (asked == null || asked.isBlank()) return "vi";
        List<Locale.LanguageRange> ranges;
        try {
            ranges = Locale.LanguageRange.parse(asked);
        } catch (IllegalArgumentException nonsense) {
            return "vi";
        }
        String found = Locale.lookupTag(ranges, List.of("vi", "en"));
        return found == null ? "vi" : found;
    }

    /**
     * What {@code format} says, else the first of the formats that suit what is accepted.
     *
     * @return empty when the program has been told that there is no such format
     */
    Optional<Format> format(List<Format> offered) throws IOException {
        String word = request.getParameter("format");
        if (word != null && !word.isBlank()) {
            Optional<Format> format = Format.of(word).filter(offered::contains);
            if (format.isEmpty()) refuse(HttpStatus.BAD_REQUEST, "format", words(offered));
            return format;
        }
        Optional<Format> format = accepted(offered);
        if (format.isEmpty())
            refuse(
                    HttpStatus.NOT_ACCEPTABLE,
                    "accept",
                    offered.stream().map(Format::mediaType).collect(Collectors.joining(", ")));
        return format;
    }

    private Optional<Format> accepted(List<Format> offered) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null || accept.isBlank()) return Optional.of(offered.getFirst());
        List<MediaType> wanted;
        try {
            wanted = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(wanted);
        } catch (InvalidMediaTypeException nonsense) {
            return Optional.empty();
        }
        for (MediaType type : wanted) {
            for (Format format : offered)
                if (format.mediaTypes().stream().anyMatch(offer -> suits(type, MediaType.parseMediaType(offer))))
                    return Optional.of(format);
            // A browser asks for pages; it shows JSON well enough.
            if (type.isCompatibleWith(MediaType.TEXT_HTML)) return Optional.of(offered.getFirst());
        }
        return Optional.empty();
    }

    /** Parameters such as a version count only where both name them. */
    private static boolean suits(MediaType wanted, MediaType offered) {
        if (!wanted.isCompatibleWith(offered)) return false;
        String version = wanted.getParameter("version");
        return version == null || version.equals(offered.getParameter("version"));
    }

    /** Writes a cube; from the first byte on, what breaks breaks the connection, so that nobody takes a part for the whole. */
    void write(DataCube cube, Format format, String language) throws IOException {
        response.setContentType(
                format.mediaType().contains("charset") || !format.suffix().equals("csv")
                        ? format.mediaType()
                        : format.mediaType() + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "%s; filename=\"%s-%s.%s\""
                        .formatted(
                                "true".equals(request.getParameter("download")) ? "attachment" : "inline",
                                cube.dataset().id(),
                                format.word(),
                                format.suffix()));
        boolean marked = format == Format.CSV && "true".equals(request.getParameter("bom"));
        CubeWriter writer = marked ? new CsvWriter(language, true) : format.writer(language);
        if (!request.getMethod().equals("HEAD")) writer.write(cube, response.getOutputStream());
    }

    /** In the words and the shape of every other "no" below /api. */
    void refuse(HttpStatus status, String what, Object... arguments) throws IOException {
        Text t = Text.in(language().equals("en") ? Text.ENGLISH : Text.VIETNAMESE);
        String title = switch (status) {
            case NOT_FOUND -> "web.problem.notFound.title";
            case GONE -> "statistics.exchange.problem.withdrawn.title";
            default -> "web.badRequest.title";
        };
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Problem.of(status.value(), title, "statistics.exchange.problem." + what, t, arguments)
                .write(request, response);
    }

    private static String words(List<Format> offered) {
        return offered.stream().map(Format::word).collect(Collectors.joining(", "));
    }

    static List<Format> all(Format... without) {
        List<Format> out = Arrays.asList(without);
        return Arrays.stream(Format.values())
                .sorted(java.util.Comparator.comparing(f -> f != Format.JSON_STAT))
                .filter(f -> !out.contains(f))
                .toList();
    }
}
