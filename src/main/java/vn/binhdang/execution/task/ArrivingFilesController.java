package vn.binhdang.execution.task;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.calendar.Today;
import vn.binhdang.execution.ExecutionRules;
import vn.binhdang.files.ArrivingFileId;
import vn.binhdang.files.ArrivingFiles;
import vn.binhdang.files.ArrivingFiles.ArrivingFile;
import vn.binhdang.files.ArrivingFiles.Misplaced;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.Refused;
import vn.binhdang.web.Text;

/**
 * Evidence in parts, for a line that breaks: arriving.js begins a file, sends it part by part, asks after a break how far it
 * came, and names it in the form that it belongs to. Without it the files go with the form.
 */
@Controller
@Allows({
    Action.REPORT_TASKS,
    Action.FOLLOW_UP_TASKS,
    Action.CARRY_OUT_OVERSIGHT,
    Action.ANSWER_RECOMMENDATIONS,
    Action.RUN_INITIATIVES
})
class ArrivingFilesController {
    private final ArrivingFiles arriving;
    private final ExecutionRules rules;
    private final Clock clock;

    ArrivingFilesController(ArrivingFiles arriving, ExecutionRules rules, Clock clock) {
        this.arriving = arriving;
        this.rules = rules;
        this.clock = clock;
    }

    /** @param sentence why it cannot be taken; empty when it can */
    record Standing(String id, long arrived, long size, String sentence) {
        static ResponseEntity<Standing> of(HttpStatus status, ArrivingFile file) {
            return ResponseEntity.status(status)
                    .body(new Standing(file.id().toString(), file.arrived(), file.size(), ""));
        }

        static ResponseEntity<Standing> refused(String sentence) {
            return ResponseEntity.unprocessableContent().body(new Standing("", 0, 0, sentence));
        }
    }

    @PostMapping("/arriving-files")
    ResponseEntity<Standing> begin(@RequestParam String name, @RequestParam long size, Actor actor, Text t) {
        var limit = rules.on(Today.of(clock).day());
        if (size > limit.evidenceBytes())
            return Standing.refused(t.of("execution.evidence.refused.large", name, limit.evidenceMegabytes()));
        try {
            return Standing.of(HttpStatus.CREATED, arriving.begin(actor, Upload.plain(name), size));
        } catch (Refused refused) {
            return Standing.refused(
                    t.of(refused.messageKey(), refused.arguments().toArray()));
        }
    }

    /** How far it came. */
    @GetMapping("/arriving-files/{id}")
    ResponseEntity<Standing> show(@PathVariable ArrivingFileId id, Actor actor) {
        return Standing.of(HttpStatus.OK, arriving.find(actor, id));
    }

    /**
     * The body is the part.
     * @param from where it begins, in bytes; 409 with how far the file came when that is another place
     */
    @PostMapping("/arriving-files/{id}/parts")
    ResponseEntity<Standing> part(
            @PathVariable ArrivingFileId id, @RequestParam long from, Actor actor, HttpServletRequest request) {
        byte[] part;
        try {
            // Read before the row is locked: a slow line holds nothing up.
            part = request.getInputStream().readNBytes(ArrivingFiles.LARGEST_PART + 1);
        } catch (IOException cutOff) {
            // What these parts are for; nobody is there to hear the answer.
            return ResponseEntity.badRequest().build();
        }
        if (part.length > ArrivingFiles.LARGEST_PART)
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        try {
            return Standing.of(HttpStatus.OK, arriving.add(actor, id, from, part));
        } catch (Misplaced misplaced) {
            return Standing.of(HttpStatus.CONFLICT, misplaced.file());
        }
    }

    @PostMapping("/arriving-files/{id}/forget")
    ResponseEntity<Void> forget(@PathVariable ArrivingFileId id, Actor actor) {
        arriving.find(actor, id);
        arriving.forget(actor, id);
        return ResponseEntity.noContent().build();
    }
}
