package vn.binhdang.access.accounts;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.binhdang.testing.Pages;

/** What tests of accounts fill in again and again, as the administrator of the sample department. */
final class RoleForms {
    private final Pages pages;
    private final JdbcClient jdbc;

    RoleForms(Pages pages, JdbcClient jdbc) {
        this.pages = pages;
        this.jdbc = jdbc;
    }

    MockHttpServletResponse give(String account, String role, String scope, LocalDate from, String lastDay) {
        return pages.as("quantri")
                .post(
                        account + "/roles",
                        "role",
                        role,
                        "scope",
                        scope,
                        "withBelow",
                        "true",
                        "from",
                        from.toString(),
                        "lastDay",
                        lastDay);
    }

    String agency() {
        return pages.actor("quantri").agency().toString();
    }

    String account(String username) {
        return "/accounts/" + pages.actor(username).account();
    }

    static UUID id(String address) {
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }

    String grant(String username, String role) {
        return jdbc.sql("""
            select g.id from role_grant g join account a on a.id = g.account_id
            where  a.username = :name and g.role = :role order by g.given_at desc limit 1
            """)
                .param("name", username)
                .param("role", role)
                .query(UUID.class)
                .single()
                .toString();
    }

    long audited(UUID record, String action) {
        return jdbc.sql("select count(*) from audit_row where record_id = :record and action = :action")
                .param("record", record)
                .param("action", action)
                .query(Long.class)
                .single();
    }
}
