package vn.binhdang.messaging.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.messaging.MailFailure;
import vn.binhdang.messaging.MailQueue;
import vn.binhdang.messaging.NoticeKind;
import vn.binhdang.messaging.NoticeKinds;
import vn.binhdang.messaging.Notices;
import vn.binhdang.testing.PageTest;

/** Against a real SMTP server, which is switched off and on. */
@PageTest
class MailDeliveryTest {
    static final MailServer server = MailServer.plain();

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", server::port);
        settings.add("spring.mail.username", () -> MailServer.NAME);
        settings.add("spring.mail.password", () -> MailServer.PASSWORD);
        settings.add("spring.mail.properties.mail.smtp.auth", () -> "true");
        settings.add("binhdang.messaging.from", () -> MailServer.NAME);
        settings.add("binhdang.url", () -> "https://binhdang.hoagiang.gov.vn/");
    }

    @AfterAll
    static void switchOff() {
        server.off();
    }

    @Autowired
    MailDelivery delivery;

    @Autowired
    MailQueue queue;

    @Autowired
    MailRows rows;

    @Autowired
    Notices notices;

    @Autowired
    NoticeKinds kinds;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    Scheduler jobs;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void an_empty_queue_and_a_server_that_answers() {
        jobs.pause();
        for (String table : List.of("mail_item", "mail", "notice", "mail_address", "notice_preference"))
            jdbc.sql("delete from " + table).update();
        server.forget();
    }

    @AfterEach
    void the_settings_are_right_again() {
        sender.setPassword(MailServer.PASSWORD);
        sender.getSession().getProperties().remove("mail.smtp.starttls.required");
    }

    @Test
    void a_mail_says_how_many_of_which_kind_and_where_and_nothing_else() throws MessagingException {
        var person = reachable("an@hoagiang.gov.vn", "vi");
        tell(kind("document.notice.submitted"), person, 2);
        tell(kind("document.notice.approved"), person, 1);

        run();

        assertThat(server.letters()).hasSize(1);
        var letter = server.letters().getFirst();
        assertThat(letter.getSubject()).isEqualTo("Bình Đẳng: 3 thông báo chưa đọc");
        assertThat(letter.getAllRecipients()[0].toString()).isEqualTo("an@hoagiang.gov.vn");
        assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(MailServer.text(letter).replace("\r", "") + "\n").isEqualTo("""
            Bạn có 3 thông báo chưa đọc trên Bình Đẳng:

            - 2 × Văn bản trình ký
            - 1 × Văn bản được duyệt

            Xem tại:
            https://binhdang.hoagiang.gov.vn/notices?show=unread

            Thư này gửi tự động, xin đừng trả lời. Đổi cách nhận thông báo tại:
            https://binhdang.hoagiang.gov.vn/account/notices
            """);
    }

    @Test
    void the_receiver_reads_their_own_language() throws MessagingException {
        tell(kind("document.notice.submitted"), reachable("an@hoagiang.gov.vn", "en"), 1);
        run();
        assertThat(server.letters().getFirst().getSubject()).isEqualTo("Bình Đẳng: one unread notice");
    }

    @Test
    void while_the_server_is_down_mail_waits_and_afterwards_nothing_is_lost_or_doubled() {
        var people = new ArrayList<AccountId>();
        for (int i = 0; i < 20; i++) people.add(reachable("nguoi" + i + "@hoagiang.gov.vn", "vi"));
        server.off();
        people.forEach(person -> tell(kind("document.notice.submitted"), person, 1));
        run();
        run();
        assertThat(queue.figures().waiting()).isEqualTo(20);
        assertThat(queue.figures().failure()).isEqualTo(MailFailure.CONNECTION);
        assertThat(queue.figures().failed()).as("laid aside").isZero();

        // More comes in while it is down: it joins what waits for the same person.
        people.forEach(person -> tell(kind("document.notice.approved"), person, 1));
        server.on();
        run();
        dueNow();
        run();
        run();

        assertThat(receivers()).hasSize(20).doesNotHaveDuplicates();
        assertThat(server.letters()).allMatch(letter -> MailServer.text(letter).startsWith("Bạn có 2 thông báo"));
        assertThat(queue.figures().waiting()).isZero();
        assertThat(queue.figures().sentToday()).isEqualTo(20);
    }

    @Test
    void a_closed_way_is_tried_again_after_longer_and_longer_times_up_to_a_quarter_of_an_hour() {
        tell(kind("document.notice.submitted"), reachable("an@hoagiang.gov.vn", "vi"), 1);
        server.off();
        var waits = new ArrayList<Long>();
        for (int i = 0; i < 8; i++) {
            run();
            waits.add(jdbc.sql("select cast(extract(epoch from next_at - failed_at) as bigint) from mail")
                    .query(Long.class)
                    .single());
            dueNow();
        }
        assertThat(waits).containsExactly(30L, 60L, 120L, 240L, 480L, 900L, 900L, 900L);
        server.on();
        run();
        assertThat(receivers()).hasSize(1);
    }

    @Test
    void a_wrong_password_is_told_apart_from_a_server_that_is_down() {
        tell(kind("document.notice.submitted"), reachable("an@hoagiang.gov.vn", "vi"), 1);
        sender.setPassword("sai");
        run();
        assertThat(queue.figures().failure()).isEqualTo(MailFailure.AUTHENTICATION);
        sender.setPassword(MailServer.PASSWORD);
        dueNow();
        run();
        assertThat(receivers()).hasSize(1);
    }

    @Test
    void mail_that_must_be_encrypted_does_not_go_in_the_clear() {
        tell(kind("document.notice.submitted"), reachable("an@hoagiang.gov.vn", "vi"), 1);
        sender.getSession().getProperties().setProperty("mail.smtp.starttls.required", "true");
        run();
        assertThat(queue.figures().failure()).isEqualTo(MailFailure.TLS);
        assertThat(server.letters()).isEmpty();
    }

    @Test
    void a_certificate_nobody_trusts_is_said_to_be_that() {
        var encrypted = MailServer.encrypted();
        try {
            var own = new JavaMailSenderImpl();
            own.setProtocol("smtps");
            own.setHost("127.0.0.1");
            own.setPort(encrypted.port());
            assertThat(failureOf(own)).isEqualTo(MailFailure.TLS);
            own.getJavaMailProperties().setProperty("mail.smtps.ssl.trust", "*");
            own.getJavaMailProperties().setProperty("mail.smtps.ssl.checkserveridentity", "false");
            own.setSession(jakarta.mail.Session.getInstance(own.getJavaMailProperties()));
            assertThat(failureOf(own)).isNull();
        } finally {
            encrypted.off();
        }
    }

    @Test
    void an_address_that_is_none_is_laid_aside_at_once_and_the_others_go() {
        tell(kind("document.notice.submitted"), reachable("khong phai dia chi", "vi"), 1);
        tell(kind("document.notice.submitted"), reachable("an@hoagiang.gov.vn", "vi"), 1);
        run();
        assertThat(receivers()).containsExactly("an@hoagiang.gov.vn");
        assertThat(queue.failed(10)).extracting(MailQueue.Failed::failure).containsExactly(MailFailure.ADDRESS);
    }

    @Test
    void what_was_read_meanwhile_needs_no_mail() {
        var person = reachable("an@hoagiang.gov.vn", "vi");
        tell(kind("document.notice.submitted"), person, 1);
        jdbc.sql("update notice set read_at = now()").update();
        run();
        assertThat(server.letters()).isEmpty();
        assertThat(queue.figures().later() + queue.figures().waiting()).isZero();
    }

    @Test
    void a_digest_waits_for_its_morning_and_then_tells_all_at_once() {
        var person = reachable("an@hoagiang.gov.vn", "vi");
        jdbc.sql("insert into notice_preference values (:account, 'document.notice.issued', 'DAILY')")
                .param("account", person.value())
                .update();
        tell(kind("document.notice.issued"), person, 3);
        run();
        assertThat(server.letters()).isEmpty();
        assertThat(queue.figures().later()).isEqualTo(3);
        jdbc.sql("update mail_item set due_at = now()").update();
        run();
        assertThat(server.letters()).hasSize(1);
        assertThat(MailServer.text(server.letters().getFirst())).startsWith("Bạn có 3 thông báo");
    }

    @Test
    void nobody_without_a_confirmed_address_gets_mail() {
        tell(kind("document.notice.submitted"), AccountId.create(), 1);
        run();
        assertThat(server.letters()).isEmpty();
        assertThat(queue.figures().later()).isZero();
    }

    @Test
    void a_letter_that_was_on_its_way_when_the_product_was_killed_goes_again_under_the_same_number()
            throws MessagingException {
        tell(kind("document.notice.submitted"), reachable("an@hoagiang.gov.vn", "vi"), 1);
        rows.gather();
        var killed = rows.claim().orElseThrow();
        run();
        assertThat(server.letters()).as("it may still be on its way").isEmpty();
        jdbc.sql("update mail set claimed_at = now() - interval '16 minutes'").update();
        run();
        assertThat(server.letters()).hasSize(1);
        assertThat(server.letters().getFirst().getMessageID())
                .isEqualTo("<%s@skhcn.hoagiang.gov.vn>".formatted(killed.id()));
    }

    @Test
    void a_product_that_stops_sends_no_further_letter_and_the_next_start_goes_on() {
        for (int i = 0; i < 5; i++)
            tell(kind("document.notice.submitted"), reachable("nguoi" + i + "@hoagiang.gov.vn", "vi"), 1);
        delivery.run(() -> server.letters().size() < 2);
        assertThat(server.letters()).hasSize(2);
        run();
        assertThat(receivers()).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void the_job_sends_by_itself() {
        tell(kind("document.notice.submitted"), reachable("an@hoagiang.gov.vn", "vi"), 1);
        jobs.resume();
        jobs.reschedule(TaskInstanceId.of("mail-delivery", "recurring"), Instant.now());
        Awaitility.await().until(() -> server.letters().size() == 1);
    }

    private static MailFailure failureOf(JavaMailSenderImpl own) {
        try (var line = SmtpLine.open(own)) {
            var letter = own.createMimeMessage();
            letter.setText("thử");
            line.send(letter, new jakarta.mail.internet.InternetAddress("an@hoagiang.gov.vn"));
            return null;
        } catch (MailTrouble trouble) {
            return trouble.failure();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private void run() {
        delivery.run(() -> true);
    }

    private void dueNow() {
        jdbc.sql("update mail set next_at = now() where state = 'WAITING'").update();
    }

    private List<String> receivers() {
        return server.letters().stream()
                .flatMap(letter -> Stream.of(to(letter)))
                .toList();
    }

    private static String to(MimeMessage letter) {
        try {
            return letter.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private NoticeKind kind(String key) {
        return kinds.of(key).orElseThrow();
    }

    /** With a confirmed address and no quiet hours, so that the tests run at night as well. */
    private AccountId reachable(String address, String language) {
        var account = AccountId.create();
        jdbc.sql("insert into mail_address (account_id, address, language, working_days_only) values (:id,"
                        + " :address, :language, false)")
                .param("id", account.value())
                .param("address", address)
                .param("language", language)
                .update();
        return account;
    }

    private void tell(NoticeKind kind, AccountId person, int times) {
        transaction.executeWithoutResult(_ -> {
            for (int i = 0; i < times; i++)
                notices.send(kind, List.of(person), "/documents", "test/" + UUID.randomUUID());
        });
    }
}
