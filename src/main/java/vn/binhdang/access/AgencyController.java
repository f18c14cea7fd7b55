package vn.binhdang.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.NotVisible;

/** Changes the agency for which a person with roles in several of them acts. */
@Controller
class AgencyController {
    private final CurrentAccount current;

    AgencyController(CurrentAccount current) {
        this.current = current;
    }

    @PostMapping("/account/agency")
    @Allows(Action.USE_OWN_ACCOUNT)
    String choose(@RequestParam String agency, HttpServletRequest request) {
        var signedIn = current.of(request).orElseThrow(() -> new NotVisible("account"));
        signedIn.otherAgencies().stream()
                .filter(other -> other.id().equals(agency))
                .findFirst()
                .ifPresentOrElse(other -> CurrentAccount.choose(request, UUID.fromString(other.id())), () -> {
                    throw new NotVisible("agency " + agency);
                });
        return "redirect:/";
    }
}
