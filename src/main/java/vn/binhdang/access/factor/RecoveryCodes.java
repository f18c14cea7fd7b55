package vn.binhdang.access.factor;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ten codes to keep on paper for the day the phone is lost: shown once, stored like passwords, each good once. */
@Component
class RecoveryCodes {
    static final int COUNT = 10;

    /** Letters and digits that nobody mistakes for one another. */
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int MARK = 3;
    private static final int LENGTH = 15;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final PasswordEncoder passwords;
    private final SecureRandom random = new SecureRandom();

    RecoveryCodes(JdbcClient jdbc, Clock clock, PasswordEncoder passwords) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.passwords = passwords;
    }

    /** Those before are worth nothing from now on. */
    @Transactional
    List<String> renew(UUID account) {
        remove(account);
        var marks = new HashSet<String>();
        var codes = new ArrayList<String>();
        while (codes.size() < COUNT) {
            String code = newCode();
            if (!marks.add(code.substring(0, MARK))) continue;
            codes.add(code.substring(0, 5) + "-" + code.substring(5, 10) + "-" + code.substring(10));
            jdbc.sql("""
                insert into recovery_code (account_id, mark, code_hash, created_at) values (:account, :mark, :hash, :now)
                """)
                    .param("account", account)
                    .param("mark", code.substring(0, MARK))
                    .param("hash", passwords.encode(code.substring(MARK)))
                    .param("now", now())
                    .update();
        }
        return List.copyOf(codes);
    }

    /** Whether the code is one of the unused ones; it is then used up. */
    @Transactional
    boolean use(UUID account, String typed) {
        String code = typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
        if (code.length() != LENGTH) return false;
        var hash = jdbc.sql("""
            select code_hash from recovery_code where account_id = :account and mark = :mark and used_at is null
            """)
                .param("account", account)
                .param("mark", code.substring(0, MARK))
                .query(String.class)
                .optional();
        return hash.isPresent()
                && passwords.matches(code.substring(MARK), hash.get())
                && jdbc.sql("""
                    update recovery_code set used_at = :now
                    where  account_id = :account and mark = :mark and used_at is null
                    """)
                                .param("now", now())
                                .param("account", account)
                                .param("mark", code.substring(0, MARK))
                                .update()
                        == 1;
    }

    int left(UUID account) {
        return jdbc.sql("select count(*) from recovery_code where account_id = :account and used_at is null")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    void remove(UUID account) {
        jdbc.sql("delete from recovery_code where account_id = :account")
                .param("account", account)
                .update();
    }

    private String newCode() {
        var code = new StringBuilder();
        random.ints(LENGTH, 0, READABLE.length()).forEach(i -> code.append(READABLE.charAt(i)));
        return code.toString();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
