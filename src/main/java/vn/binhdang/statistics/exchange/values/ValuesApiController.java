package vn.binhdang.statistics.exchange.values;

import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.Refused;
import vn.binhdang.web.Text;

/**
 * {@code POST /api/values}: JSON Lines ({@code application/x-ndjson}), {@code text/csv} or SDMX-CSV
 * ({@code application/vnd.sdmx.data+csv}); {@code POST /api/adx}; plain or packed with gzip.
 */
@RestController
@Allows(Action.ENTER_STATISTICS)
class ValuesApiController {
    private final ValuesImport values;

    ValuesApiController(ValuesImport values) {
        this.values = values;
    }

    /** @param as "draft" or "accepted" */
    @PostMapping("/api/values")
    ResponseEntity<Answer> take(
            @RequestParam(defaultValue = "draft") String as, HttpServletRequest request, Actor actor, Text t)
            throws IOException {
        return take(actor, request, request.getContentType(), how(as), t);
    }

    /**
     * ADX, as DHIS2 writes it.
     * @param as "draft" or "accepted"
     * @param calendar whether a calendar period means the report of the same name
     */
    @PostMapping("/api/adx")
    ResponseEntity<Answer> adx(
            @RequestParam(defaultValue = "draft") String as,
            @RequestParam(defaultValue = "false") boolean calendar,
            HttpServletRequest request,
            Actor actor,
            Text t)
            throws IOException {
        var type = calendar ? AdxRows.TYPE + ";calendar" : AdxRows.TYPE;
        return take(actor, request, type, how(as), t);
    }

    private ResponseEntity<Answer> take(
            Actor actor, HttpServletRequest request, @Nullable String type, ValuesImport.As as, Text t)
            throws IOException {
        try {
            return ResponseEntity.ok(values.take(actor, body(request), type, as, t));
        } catch (ZipException | EOFException e) {
            throw new Refused("statistics.values.notGzip");
        }
    }

    private static ValuesImport.As how(String as) {
        return switch (as.toLowerCase(Locale.ROOT)) {
            case "draft" -> ValuesImport.As.DRAFT;
            case "accepted" -> ValuesImport.As.ACCEPTED;
            default -> throw new Refused("statistics.values.as", as);
        };
    }

    private static InputStream body(HttpServletRequest request) throws IOException {
        var body = request.getInputStream();
        return "gzip".equals(request.getHeader("Content-Encoding")) ? new GZIPInputStream(body, 1 << 16) : body;
    }
}
