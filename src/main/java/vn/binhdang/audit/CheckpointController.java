package vn.binhdang.audit;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.NotVisible;

/** The signed checkpoints: to print, to keep elsewhere. They name chains and hashes, nobody and nothing else. */
@Controller
@Allows({Action.READ_AUDIT, Action.OPERATE})
class CheckpointController {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");
    private static final int PAGE = 50;

    private final Checkpoints checkpoints;
    private final AuditTrail audit;
    private final Clock clock;

    CheckpointController(Checkpoints checkpoints, AuditTrail audit, Clock clock) {
        this.checkpoints = checkpoints;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/audit/checkpoints")
    String list(@RequestParam(required = false) @Nullable Long before, Model model) {
        var found = checkpoints.before(before == null ? Long.MAX_VALUE : before, PAGE + 1);
        boolean more = found.size() > PAGE;
        var shown = more ? found.subList(0, PAGE) : found;
        model.addAttribute(
                "page",
                new CheckpointPage.Listed(
                        shown.stream()
                                .map(one -> new CheckpointPage.Entry(
                                        one.no(), when(one), one.ends().size(), one.keyId()))
                                .toList(),
                        more ? "/audit/checkpoints?before=" + shown.getLast().no() : null));
        return "audit/checkpoints";
    }

    @GetMapping("/audit/checkpoints/{no}")
    String one(@PathVariable long no, Model model) {
        var checkpoint = find(no);
        var digest = HexFormat.of().formatHex(checkpoint.digest());
        var signature = Base64.getEncoder().encodeToString(checkpoint.signature());
        var square = square("binhdang %d %s %s %s".formatted(no, digest, checkpoint.keyId(), signature));
        model.addAttribute(
                "page",
                new CheckpointPage(
                        no,
                        when(checkpoint),
                        checkpoint.keyId(),
                        checkpoint.statement().lines().toList(),
                        digest,
                        signature,
                        outline(square),
                        square.getWidth()));
        return "audit/checkpoint";
    }

    /** A line for the file of checkpoints that {@code audit verify --checkpoints} takes. */
    @GetMapping("/audit/checkpoints/{no}/file")
    ResponseEntity<byte[]> file(@PathVariable long no, Actor actor) {
        var line = find(no).line() + "\n";
        audit.export(actor, "audit.checkpoint.export", null, Map.of("checkpoint", no));
        return download("checkpoint-%d.jsonl".formatted(no), line);
    }

    /** All keys this installation has signed with; the one in use is the last. */
    @GetMapping("/audit/checkpoints/public-keys")
    ResponseEntity<byte[]> keys() {
        return download(ExportFile.KEYS, checkpoints.publicKeys());
    }

    private Checkpoint find(long no) {
        return checkpoints.find(no).orElseThrow(() -> new NotVisible("checkpoint " + no));
    }

    private static ResponseEntity<byte[]> download(String name, String content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(name))
                .body(content.getBytes(StandardCharsets.UTF_8));
    }

    private static BitMatrix square(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 2));
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String outline(BitMatrix square) {
        var path = new StringBuilder();
        for (int y = 0; y < square.getHeight(); y++)
            for (int x = 0; x < square.getWidth(); x++)
                if (square.get(x, y))
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        return path.toString();
    }

    private String when(Checkpoint checkpoint) {
        return WHEN.format(checkpoint.at().atZone(clock.getZone()));
    }
}
