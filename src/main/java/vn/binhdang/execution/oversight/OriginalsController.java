package vn.binhdang.execution.oversight;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.execution.task.EvidenceDownload;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.web.MenuEntry;
import vn.binhdang.web.Text;

/** For the auditor, to whom missions are closed: the photos of oversight by unit and day, and their sealed originals. */
@Controller
@Allows(Action.READ_ORIGINALS)
class OriginalsController {
    private final Originals originals;

    OriginalsController(Originals originals) {
        this.originals = originals;
    }

    @Bean
    static MenuEntry originalsMenu() {
        return new MenuEntry("execution.oversight.originals.title", "/oversight/originals", 65, Action.READ_ORIGINALS);
    }

    @GetMapping("/oversight/originals")
    String list(@RequestParam(required = false) @Nullable ProofId after, Actor actor, Text t, Model model) {
        model.addAttribute("page", originals.page(actor, after, t));
        return "execution/oversight/originals";
    }

    /** A deed and not a look, hence no GET: it is recorded who read it. */
    @PostMapping("/oversight/originals/{proof}")
    ResponseEntity<byte[]> read(@PathVariable ProofId proof, Actor actor) {
        var original = originals.read(actor, proof);
        return EvidenceDownload.of(original);
    }
}
