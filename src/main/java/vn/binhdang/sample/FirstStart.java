package vn.binhdang.sample;

import java.io.PrintStream;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.binhdang.access.Accounts;
import vn.binhdang.web.Text;

/** Prints the address when the product is ready; on the very first start it founds the sample department before. */
@Component
class FirstStart {
    private final SampleDepartment department;
    private final Accounts accounts;
    private final boolean wanted;
    private final PrintStream console = new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out), true, java.nio.charset.StandardCharsets.UTF_8);

    FirstStart(SampleDepartment department, Accounts accounts, @Value("${binhdang.sample:true}") boolean wanted) {
        this.department = department;
        this.accounts = accounts;
        this.wanted = wanted;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        var t = Text.in(Text.VIETNAMESE);
        if (wanted && accounts.none()) {
            String password = SampleDepartment.newFirstPassword();
            var founded = department.found(password);
            announce(t, founded.usernames(), password);
        }
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null)
            console.println(
                    t.of("web.ready", "http://localhost:" + web.getWebServer().getPort() + "/"));
    }

    // Printed, not logged: a log file may be copied, a console is read by who started the product.
    private void announce(Text t, List<String> usernames, String password) {
        console.println();
        console.println(t.of("access.firstStart.accounts"));
        console.println("  " + String.join(", ", usernames));
        console.println(t.of("access.firstStart.password", password));
        console.println();
    }
}
