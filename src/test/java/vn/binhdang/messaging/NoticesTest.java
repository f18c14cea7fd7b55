package vn.binhdang.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.messaging.NoticeArgument.Code;
import vn.binhdang.messaging.mail.MailTimes;
import vn.binhdang.messaging.mail.MailWay;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class NoticesTest {
    @Autowired
    Notices notices;

    @Autowired
    NoticeKinds kinds;

    @Autowired
    MailWay mail;

    @Autowired
    MailTimes times;

    @Autowired
    DataSource source;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Pages pages;

    @BeforeEach
    void nobody_was_told_anything() {
        jdbc.sql("delete from notice").update();
        jdbc.sql("delete from notice_preference").update();
    }

    @Test
    void a_notice_is_part_of_the_act_and_goes_with_it() {
        var head = pages.actor("giamdoc").account();
        transaction.executeWithoutResult(status -> {
            notices.send(kind(), List.of(head), "/documents", "test/rolled-back");
            status.setRollbackOnly();
        });
        assertThat(stored()).isZero();
        assertThatThrownBy(() -> notices.send(kind(), List.of(head), "/documents", "test/alone"))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void two_thousand_people_are_told_in_one_act_and_twice_tells_nobody_again() {
        var people = Stream.generate(AccountId::create).limit(2000).toList();
        assertThat(send(people, "test/many")).isEqualTo(2000);
        assertThat(send(people, "test/many")).isZero();
        assertThat(stored()).isEqualTo(2000);
    }

    @Test
    void however_many_are_told_it_takes_a_handful_of_statements() {
        var statements = new AtomicInteger();
        var counting = JdbcClient.create((DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (_, method, args) -> {
                    if (method.getName().equals("getConnection")) statements.incrementAndGet();
                    return method.invoke(source, args);
                }));
        var counted = new Notices(counting, kinds, mail, times, Clock.systemUTC());
        counted.send(kind(), Stream.generate(AccountId::create).limit(2000).toList(), "/documents", "test/counted");
        assertThat(stored()).isEqualTo(2000);
        assertThat(statements.get()).isLessThanOrEqualTo(4);
    }

    @Test
    void who_switched_a_kind_off_is_not_told_unless_the_kind_is_required() {
        var head = pages.actor("giamdoc").account();
        var optional = kinds.all().stream()
                .filter(kind -> !kind.required())
                .findFirst()
                .orElseThrow();
        var required =
                kinds.all().stream().filter(NoticeKind::required).findFirst().orElseThrow();
        for (var kind : List.of(optional, required))
            jdbc.sql("insert into notice_preference values (:account, :kind, 'OFF')")
                    .param("account", head.value())
                    .param("kind", kind.key())
                    .update();
        assertThat(send(optional, List.of(head), "test/off")).isZero();
        assertThat(send(required, List.of(head), "test/required")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.vn", "//elsewhere.vn", "documents"})
    void a_notice_leads_only_into_the_product(String link) {
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        _ -> notices.send(kind(), List.of(AccountId.create()), link, "test/link")))
                .isInstanceOf(org.springframework.dao.DataIntegrityViolationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lương Thị Bích", "bà Bích", "Bích", "", "05/KH SKHCN"})
    void an_argument_has_no_room_for_a_name(String text) {
        assertThatThrownBy(() -> new Code(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void arguments_come_back_as_they_were_stored() {
        var arguments = List.of(
                new NoticeArgument.Count(12),
                new NoticeArgument.Day(java.time.LocalDate.of(2026, 11, 25)),
                new Code("05/KH-SKHCN"),
                new NoticeArgument.Word("document.kind.plan"));
        assertThat(arguments.stream().map(NoticeArgument::stored).map(NoticeArgument::of))
                .containsExactlyElementsOf(arguments);
    }

    private NoticeKind kind() {
        return kinds.all().getFirst();
    }

    private int send(List<AccountId> to, String occasion) {
        return send(kind(), to, occasion);
    }

    private int send(NoticeKind kind, List<AccountId> to, String occasion) {
        return transaction.execute(_ -> notices.send(kind, to, "/documents", occasion));
    }

    private int stored() {
        return jdbc.sql("select count(*) from notice").query(Integer.class).single();
    }
}
