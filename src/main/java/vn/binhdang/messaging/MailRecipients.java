package vn.binhdang.messaging;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.kernel.AccountId;

/** Who gets mail, as the module that knows accounts has a say in it. */
@Component
public class MailRecipients {
    private final JdbcClient jdbc;

    MailRecipients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The account is closed: its address is not kept, and what still waited for it does not go. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(AccountId account) {
        jdbc.sql("""
            update mail_address
            set    address = null, pending_address = null, code_hash = null, code_sent_at = null, code_tries = 0
            where  account_id = :account
            """).param("account", account.value()).update();
        jdbc.sql("delete from mail_item where account_id = :account and mail_id is null")
                .param("account", account.value())
                .update();
        jdbc.sql("update mail set state = 'DISCARDED' where account_id = :account and state = 'WAITING'")
                .param("account", account.value())
                .update();
    }
}
