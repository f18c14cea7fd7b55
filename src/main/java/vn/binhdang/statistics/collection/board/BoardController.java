package vn.binhdang.statistics.collection.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitSearch;
import vn.binhdang.web.Download;
import vn.binhdang.web.Text;

/** Who has handed in, level by level, and urging those who have not. */
@Controller
@Allows(Action.READ_STATISTICS)
class BoardController {

    private final Boards boards;
    private final BoardPages pages;

    BoardController(Boards boards, BoardPages pages) {
        this.boards = boards;
        this.pages = pages;
    }

    @GetMapping("/statistics/board")
    String board(
            @RequestParam Optional<String> form,
            @RequestParam Optional<String> period,
            @RequestParam Optional<UnitId> unit,
            @RequestParam(defaultValue = "") String filter,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String after,
            Actor actor,
            Text t,
            Model model) {
        var view = new BoardPages.View(Filter.of(filter), words, UnitSearch.Key.of(after));
        model.addAttribute("page", pages.page(actor, wanted(form, period, unit), view, "", "", t));
        return "statistics/collection/board/board";
    }

    @GetMapping("/statistics/board.xlsx")
    ResponseEntity<byte[]> workbook(
            @RequestParam Optional<String> form,
            @RequestParam Optional<String> period,
            @RequestParam Optional<UnitId> unit,
            @RequestParam(defaultValue = "") String filter,
            @RequestParam(defaultValue = "") String words,
            Actor actor,
            Text t) {
        var board = boards.find(actor, wanted(form, period, unit), Action.READ_STATISTICS)
                .orElseThrow(() -> new NotVisible("board"));
        return Download.excel(
                t.of("statistics.collection.board.file"),
                BoardSheet.of(boards.export(actor, board, Filter.of(filter), words), t));
    }

    /** @param whom "chosen" for the units that were ticked, "late" or "open" for all of the board */
    @PostMapping("/statistics/board/urge")
    @Allows(Action.ACCEPT_STATISTICS)
    String urge(
            @RequestParam String form,
            @RequestParam String period,
            @RequestParam UnitId unit,
            @RequestParam(defaultValue = "") String filter,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "chosen") String whom,
            @RequestParam Optional<List<String>> chosen,
            @RequestParam(defaultValue = "") String way,
            Actor actor,
            Text t,
            Model model) {
        var wanted = new Boards.Wanted(form, period, unit);
        var named = whom.equals("chosen") ? BoardUrging.ids(chosen.orElse(List.of())) : List.<UnitId>of();
        String saved = "";
        String problem = "";
        if (whom.equals("chosen") && named.isEmpty()) {
            problem = t.of("statistics.collection.urging.none");
        } else {
            var done = boards.urge(actor, wanted, named, whom.equals("late"), BoardUrging.Way.of(way));
            // On a day of rest the page itself says that nobody is urged.
            if (done.isPresent()) {
                saved = t.of(
                        "statistics.collection.urging.done",
                        done.get().urged(),
                        done.get().people());
                problem = problem(done.get(), t);
            }
        }
        var view = new BoardPages.View(Filter.of(filter), words, null);
        model.addAttribute("page", pages.page(actor, wanted, view, saved, problem, t));
        return "statistics/collection/board/board";
    }

    private static String problem(BoardUrging.Outcome done, Text t) {
        var problems = new ArrayList<String>();
        if (done.already() > 0) problems.add(t.of("statistics.collection.urging.already", done.already()));
        if (done.resting() > 0) problems.add(t.of("statistics.collection.urging.resting", done.resting()));
        if (done.nobody() > 0) problems.add(t.of("statistics.collection.urging.nobodyThere", done.nobody()));
        return String.join(" ", problems);
    }

    @GetMapping("/statistics/board/urgings")
    String urgings(
            @RequestParam Optional<String> form,
            @RequestParam Optional<String> period,
            @RequestParam Optional<UnitId> unit,
            @RequestParam Optional<UnitId> only,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute(
                "page",
                pages.log(actor, wanted(form, period, unit), only.orElse(null), t)
                        .orElseThrow(() -> new NotVisible("board")));
        return "statistics/collection/board/urgings";
    }

    private static Boards.Wanted wanted(Optional<String> form, Optional<String> period, Optional<UnitId> unit) {
        return new Boards.Wanted(
                form.filter(one -> !one.isBlank()).orElse(null),
                period.filter(one -> !one.isBlank()).orElse(null),
                unit.orElse(null));
    }
}
