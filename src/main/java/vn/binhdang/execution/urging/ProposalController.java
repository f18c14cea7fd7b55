package vn.binhdang.execution.urging;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.Refused;
import vn.binhdang.web.Text;

/** What the rule proposes to the office. */
@Controller
@Allows(Action.URGE_TASKS)
class ProposalController {
    private final ProposalPages pages;
    private final Proposals proposals;

    ProposalController(ProposalPages pages, Proposals proposals) {
        this.pages = pages;
        this.proposals = proposals;
    }

    @GetMapping("/urging")
    String list(
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "-1") int found,
            @RequestParam(defaultValue = "-1") int dropped,
            @RequestParam(defaultValue = "-1") int acts,
            @RequestParam(defaultValue = "0") int things,
            @RequestParam(defaultValue = "0") int already,
            @RequestParam(defaultValue = "0") int nobody,
            Actor actor,
            Text t,
            Model model) {
        String status = found >= 0
                ? t.of("execution.urging.proposals.foundNow", found)
                : dropped >= 0
                        ? t.of("execution.urging.proposals.dropped", dropped)
                        : UrgingTexts.outcome(acts, things, already, nobody, t);
        model.addAttribute("page", pages.proposals(actor, after, status, t));
        return "execution/urging/proposals";
    }

    /** What the morning's job does, once more: for what was issued since. */
    @PostMapping("/urging/proposals/find")
    String find(Actor actor) {
        return "redirect:/urging?found=" + proposals.prepare(actor, actor.agency());
    }

    @PostMapping("/urging/proposals/send")
    String send(
            @RequestParam(defaultValue = "chosen") String which,
            @RequestParam(name = "proposal", required = false) @Nullable List<String> sent,
            Actor actor) {
        var chosen = UrgeForm.ids(sent);
        if (!which.equals("all") && chosen.isEmpty()) throw new Refused("execution.urging.proposals.choose");
        var outcome = proposals.send(actor, which.equals("all") ? null : chosen);
        return "redirect:/urging?" + UrgingController.outcomeQuery(outcome);
    }

    @PostMapping("/urging/proposals/drop")
    String drop(@RequestParam(name = "proposal", required = false) @Nullable List<String> sent, Actor actor) {
        var chosen = UrgeForm.ids(sent);
        if (chosen.isEmpty()) throw new Refused("execution.urging.proposals.choose");
        return "redirect:/urging?dropped=" + proposals.drop(actor, chosen);
    }
}
