package vn.binhdang.access;

import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.messaging.Delivery;
import vn.binhdang.messaging.NoticeKind;
import vn.binhdang.messaging.Notices;

/** Tells people what happened to their own account, so that somebody else's doing does not go unseen. */
@Component
public class AccountNotices {
    private static final NoticeKind PASSWORD = new NoticeKind("access.notice.password", 60, Delivery.AT_ONCE, true);
    private static final NoticeKind FACTORS = new NoticeKind("access.notice.factors", 61, Delivery.AT_ONCE, true);
    private static final NoticeKind NEW_BROWSER = new NoticeKind("access.notice.newBrowser", 62, Delivery.APP, false);

    private static final NoticeKind IDENTITIES = new NoticeKind("access.notice.identities", 63, Delivery.AT_ONCE, true);
    private static final NoticeKind TOKEN = new NoticeKind("access.notice.token", 64, Delivery.AT_ONCE, true);

    private static final NoticeKind TOKEN_TAKEN =
            new NoticeKind("access.notice.tokenTaken", 65, Delivery.AT_ONCE, true);

    private final Notices notices;

    AccountNotices(Notices notices) {
        this.notices = notices;
    }

    @Bean
    static NoticeKind passwordNotice() {
        return PASSWORD;
    }

    @Bean
    static NoticeKind factorsNotice() {
        return FACTORS;
    }

    @Bean
    static NoticeKind newBrowserNotice() {
        return NEW_BROWSER;
    }

    @Bean
    static NoticeKind identitiesNotice() {
        return IDENTITIES;
    }

    @Bean
    static NoticeKind tokenNotice() {
        return TOKEN;
    }

    @Bean
    static NoticeKind tokenTakenNotice() {
        return TOKEN_TAKEN;
    }

    @Transactional
    public void passwordChanged(UUID account) {
        tell(PASSWORD, account, "/account/sessions");
    }

    @Transactional
    public void factorsChanged(UUID account) {
        tell(FACTORS, account, "/account/factors");
    }

    /** Another door into the account was opened or closed, by its owner or by an administrator. */
    @Transactional
    public void identitiesChanged(UUID account) {
        tell(IDENTITIES, account, "/account/identities");
    }

    /** A program may act in the name of the account from now on. */
    @Transactional
    public void tokenMade(UUID account) {
        tell(TOKEN, account, "/account/tokens");
    }

    /** An administrator revoked a token; why is told on the page, not on the way. */
    @Transactional
    public void tokenTaken(UUID account) {
        tell(TOKEN_TAKEN, account, "/account/tokens");
    }

    @Transactional
    public void newBrowser(UUID account) {
        tell(NEW_BROWSER, account, "/account/sessions");
    }

    private void tell(NoticeKind kind, UUID account, String link) {
        notices.send(kind, Set.of(new AccountId(account)), link, kind.key() + "/" + Uuid7.create());
    }
}
