package vn.binhdang.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What is taken away as a file and not shown. */
public final class Download {
    private static final MediaType EXCEL =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private Download() {}

    /** @param name with its ending; may be Vietnamese */
    public static ResponseEntity<byte[]> of(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
                .body(content);
    }

    /** @param name without the ending .xlsx */
    public static ResponseEntity<byte[]> excel(String name, byte[] content) {
        return of(name + ".xlsx", EXCEL, content);
    }

    /** The head of what is then written row by row. */
    public static void begin(HttpServletResponse response, String name, String type) {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(name));
    }

    /** @param name without the ending .xlsx */
    public static void beginExcel(HttpServletResponse response, String name) {
        begin(response, name + ".xlsx", EXCEL.toString());
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
