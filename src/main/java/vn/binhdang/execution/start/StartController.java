package vn.binhdang.execution.start;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.web.NavigationEntry;
import vn.binhdang.web.Text;

@Controller
@Allows(Action.READ_DOCUMENTS)
class StartController {
    private final StartPages pages;

    StartController(StartPages pages) {
        this.pages = pages;
    }

    @Bean
    static NavigationEntry startNavigation() {
        return new NavigationEntry("execution.start.navigation", "/", "home", 0, null);
    }

    @GetMapping("/")
    String start(
            @RequestParam(required = false) @Nullable String saved,
            @RequestParam(required = false) @Nullable String read,
            Actor actor,
            Text t,
            Model model) {
        String status =
                saved != null ? t.of("execution.task.saved") : read != null ? t.of("execution.read.done.read") : "";
        model.addAttribute("page", pages.page(actor, status, t));
        return "execution/start/start";
    }
}
