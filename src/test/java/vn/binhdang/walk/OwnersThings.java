package vn.binhdang.walk;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Uuid7;

/** One of each kind of thing that belongs to a person alone: a notice, a session, a passkey, a request, an import, a token, an identity. */
final class OwnersThings {
    private final JdbcClient jdbc;
    private final Map<String, String> ids = new TreeMap<>();
    private final UUID account;

    OwnersThings(JdbcClient jdbc, Actor owner) {
        this.jdbc = jdbc;
        account = owner.account().value();
        ids.put("notice", made("""
            insert into notice (id, account_id, kind, arguments, link, occasion, created_at)
            values (:id, :account, 'access.notice.newDevice', '{}', '/account/sessions', cast(:id as text), now())
            """));
        ids.put("session", made("""
            insert into sign_in (id, account_id, method, device, network, started_at, last_seen_at)
            values (:id, :account, 'PASSWORD', 'Firefox · Linux', '127.0.0.0/24', now(), now())
            """));
        ids.put("own import", made("""
            insert into sheet_import (id, kind, agency_id, brought_by, brought_at, acting, language, file_name, sha256,
                                      content, state)
            select :id, 'units', agency_id, :account, now(), '{}', 'vi', 'don-vi.csv', '00', '', 'READY'
            from   account where id = :account
            """));
        ids.put("own request", made("""
            insert into person_data_request (id, person_id, field, words, asked_at, due_on, state)
            select :id, person_id, 'NAME', 'Sửa họ tên', now(), current_date + 2, 'OPEN'
            from   account where id = :account
            """));
        ids.put("arriving file", made("""
            insert into arriving_file (id, account_id, agency_id, name, size, arrived, begun_at, changed_at)
            select :id, :account, agency_id, 'anh.jpg', 10, 0, now(), now() from account where id = :account
            """));
        ids.put("token", made("""
            insert into api_token (id, account_id, agency_id, name, scopes, secret_hash, made_at, valid_to)
            select :id, :account, agency_id, 'Máy chủ báo cáo', array['READ_STATISTICS'], convert_to(cast(:id as text), 'UTF8'),
                   now(), current_date + 30
            from   account where id = :account
            """));
        ids.put("identity", made("""
            insert into linked_identity (issuer, subject, account_id, provider, linked_by, linked_at)
            values (:issuer, cast(:id as text), :account, 'vneid', :account, now())
            """));
        byte[] passkey = made("""
            insert into passkey (credential_id, account_id, name, public_key, signature_count, uv_initialized,
                                 backup_eligible, backup_state, transports, created_at, last_used_at)
            values (convert_to(cast(:id as text), 'UTF8'), :account, 'Máy tính', '', 0, true, false, false, '', now(), now())
            """).getBytes(StandardCharsets.UTF_8);
        ids.put("passkey", Base64.getUrlEncoder().withoutPadding().encodeToString(passkey));
    }

    private String made(String sql) {
        var id = Uuid7.create();
        var statement = jdbc.sql(sql).param("id", id).param("account", account);
        if (sql.contains(":issuer")) statement = statement.param("issuer", WalkedRecords.ISSUER);
        statement.update();
        return id.toString();
    }

    Map<String, String> ids() {
        return ids;
    }

    /** Notices and sign-ins come and go by themselves; these do not. */
    Map<String, String> rows() {
        return Map.of(
                "notice of the owner",
                jdbc.sql("select cast(n as text) from notice n where id = :id")
                        .param("id", UUID.fromString(ids.get("notice")))
                        .query(String.class)
                        .optional()
                        .orElse("gone"),
                "session of the owner",
                jdbc.sql("select cast(s as text) from sign_in s where id = :id")
                        .param("id", UUID.fromString(ids.get("session")))
                        .query(String.class)
                        .optional()
                        .orElse("gone"));
    }
}
