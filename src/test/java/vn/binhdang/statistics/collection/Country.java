package vn.binhdang.statistics.collection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.access.Accounts;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.statistics.CellEntry;
import vn.binhdang.statistics.FormId;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.SubmissionId;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.testing.Pages;

/** An invented country of two provinces with communes, a form that they fill in, and people in some of them. */
@TestComponent
public class Country {
    private static final LocalDate FOUNDED = LocalDate.of(2020, 1, 1);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Accounts accounts;
    private final Pages pages;
    private final Submissions submissions;
    private final JdbcClient jdbc;
    private final Clock clock;

    Country(Accounts accounts, Pages pages, Submissions submissions, JdbcClient jdbc, Clock clock) {
        this.accounts = accounts;
        this.pages = pages;
        this.submissions = submissions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Slots of the form: staff in all, women, men; hours of training with one decimal. */
    public static final int STAFF = 0;

    public static final int WOMEN = 1;
    public static final int MEN = 2;
    public static final int HOURS = 3;

    /**
     * @param period that is over
     * @param national user name of the statistician of the ministry; the others belong to the north and its first commune
     */
    public record Founded(
            String code,
            FormId form,
            ReportingPeriod period,
            UnitId ministry,
            UnitId north,
            UnitId south,
            List<UnitId> northern,
            List<UnitId> southern,
            String national,
            String provincial,
            String clerk,
            String head) {
        public String periodCode() {
            return PeriodCode.text(period);
        }
    }

    /** @param dueDays after the window; negative is not possible, so a deadline that has passed is made by an early period */
    public Founded found(int northern, int southern, int dueDays) {
        int no = NUMBER.incrementAndGet();
        var ministry = unit(UnitKind.MINISTRY, "Bộ Thử nghiệm " + no, null);
        var north = unit(UnitKind.PROVINCE, "Tỉnh Miền Bắc " + no, ministry);
        var south = unit(UnitKind.PROVINCE, "Tỉnh Đồng Nam " + no, ministry);
        var inNorth = communes("Xã Suối Đá", northern, north);
        var inSouth = communes("Xã Bờ Cát", southern, south);
        String code = "TRY-" + no;
        var form = form(code, no, ministry, dueDays);
        String mark = no + "-" + Integer.toString(code.hashCode() & 0xffff, 36);
        var founded = new Founded(
                code,
                form,
                period(),
                ministry,
                north,
                south,
                inNorth,
                inSouth,
                "national" + mark,
                "provincial" + mark,
                "clerk" + mark,
                "head" + mark);
        account(founded.national(), ministry, Role.STATISTICIAN);
        account(founded.provincial(), north, Role.STATISTICIAN);
        account(founded.clerk(), inNorth.getFirst(), Role.OFFICE_CLERK);
        account(founded.head(), inNorth.getFirst(), Role.HEAD);
        return founded;
    }

    /** The last year but one: over whatever the day of the test. */
    private ReportingPeriod period() {
        return ReportingPeriod.of(
                ReportingPeriod.Kind.YEAR,
                LocalDate.ofInstant(clock.instant(), Today.ZONE).getYear() - 1);
    }

    public void account(String username, UnitId agency, Role... roles) {
        var person = PersonId.create();
        jdbc.sql("insert into person (id, family_name, given_name, sex) values (:id, 'Người', :name, 'U')")
                .param("id", person.value())
                .param("name", username)
                .update();
        jdbc.sql("""
            insert into office_held (id, person_id, unit_id, rank, title, valid_from)
            values (:id, :person, :unit, 'HEAD', 'Chủ tịch', date '2020-01-01')
            """)
                .param("id", Uuid7.create())
                .param("person", person.value())
                .param("unit", agency.value())
                .update();
        var by = Actor.of(AccountId.create(), PersonId.create(), agency, agency, Set.of(Role.SYSTEM_ADMINISTRATOR));
        accounts.open(by, username, person, "một mật khẩu để bắt đầu", agency, Set.of(roles));
    }

    /** An answer with these figures, entered by the clerk; hours in tenths. */
    public SubmissionId answer(Founded country, String clerk, UnitId unit, long women, long men, long hours) {
        var actor = pages.actor(clerk);
        var draft = submissions.draft(actor, country.form(), country.period(), unit);
        fill(actor, draft.id(), women, men, hours);
        return draft.id();
    }

    public void fill(Actor actor, SubmissionId id, long women, long men, long hours) {
        submissions.fill(
                actor,
                id,
                List.of(change(STAFF, women + men), change(WOMEN, women), change(MEN, men), change(HOURS, hours)));
    }

    private static Submissions.CellChange change(int slot, long value) {
        return new Submissions.CellChange(slot, null, CellEntry.of(value));
    }

    public int edition(SubmissionId id) {
        return jdbc.sql("select edition from stat_submission where id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    public String state(SubmissionId id) {
        return jdbc.sql("select state from stat_submission where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    private List<UnitId> communes(String name, int count, UnitId province) {
        var ids = new ArrayList<UnitId>();
        for (int i = 1; i <= count; i++) ids.add(unit(UnitKind.COMMUNE, "%s %03d".formatted(name, i), province));
        return ids;
    }

    public UnitId unit(UnitKind kind, String name, @org.jspecify.annotations.Nullable UnitId parent) {
        return unit(kind, name, parent, FOUNDED);
    }

    public UnitId unit(
            UnitKind kind, String name, @org.jspecify.annotations.Nullable UnitId parent, LocalDate founded) {
        var id = UnitId.create();
        jdbc.sql("insert into unit (id, valid_from) values (:id, :from)")
                .param("id", id.value())
                .param("from", founded)
                .update();
        jdbc.sql("insert into unit_name (unit_id, kind, name, valid_from) values (:id, :kind, :name, :from)")
                .param("id", id.value())
                .param("kind", kind.name())
                .param("name", name)
                .param("from", founded)
                .update();
        if (parent != null)
            jdbc.sql("insert into unit_parent (unit_id, parent_id, valid_from) values (:id, :parent, :from)")
                    .param("id", id.value())
                    .param("parent", parent.value())
                    .param("from", founded)
                    .update();
        jdbc.sql("select derive_unit_within(array[:id])")
                .param("id", id.value())
                .query()
                .singleRow();
        return id;
    }

    private FormId form(String code, int no, UnitId within, int dueDays) {
        String dimension = "TRYSEX" + no;
        var dimensionId = Uuid7.create();
        jdbc.sql("insert into stat_dimension (id, code, name_vi, name_en) values (:id, :code, 'Giới', 'Sex')")
                .param("id", dimensionId)
                .param("code", dimension)
                .update();
        for (String category : List.of("F", "M"))
            jdbc.sql("""
                insert into stat_category (id, dimension_id, code, name_vi, name_en, position)
                values (:id, :dimension, :code, :vi, :en, :position)
                """)
                    .param("id", Uuid7.create())
                    .param("dimension", dimensionId)
                    .param("code", category)
                    .param("vi", category.equals("F") ? "Nữ" : "Nam")
                    .param("en", category.equals("F") ? "Women" : "Men")
                    .param("position", category.equals("F") ? 0 : 1)
                    .update();
        var staff = element("TRYSTAFF" + no, "Cán bộ", "Staff", 0);
        var hours = element("TRYHOURS" + no, "Giờ tập huấn", "Hours of training", 1);
        jdbc.sql("insert into stat_element_dimension (element_id, dimension_id) values (:element, :dimension)")
                .param("element", staff)
                .param("dimension", dimensionId)
                .update();
        var form = FormId.of(Uuid7.create().toString());
        jdbc.sql("""
            insert into stat_form (id, code, name_vi, name_en, regime_id, period_kind, valid_from)
            select :id, :code, :vi, :en, id, 'YEAR', date '2020-01-01' from stat_regime where code = 'ND09'
            """)
                .param("id", form.value())
                .param("code", code)
                .param("vi", "Cán bộ cấp xã " + no)
                .param("en", "Commune staff " + no)
                .update();
        slot(form, STAFF, staff, "");
        slot(form, WOMEN, staff, dimension + "=F");
        slot(form, MEN, staff, dimension + "=M");
        slot(form, HOURS, hours, "");
        jdbc.sql("""
            insert into stat_form_assignment (id, form_id, unit_kind, within_id, valid_from)
            values (:id, :form, 'COMMUNE', :within, date '2020-01-01')
            """)
                .param("id", Uuid7.create())
                .param("form", form.value())
                .param("within", within.value())
                .update();
        jdbc.sql("insert into stat_form_deadline (form_id, unit_kind, days) values (:form, 'COMMUNE', :days)")
                .param("form", form.value())
                .param("days", dueDays)
                .update();
        return form;
    }

    /** From the period after the last one on, women and men have to make up the staff; whatever does not is warned about. */
    public void warn(Founded country) {
        String no = country.code().substring(country.code().indexOf('-') + 1);
        jdbc.sql("""
            insert into stat_form_version (id, form_id, number, state, valid_from, definition, changed_at, changed_by)
            values (:id, :form, 1, 'IN_FORCE', date '2020-01-01', cast(:definition as jsonb), now(), :account)
            """)
                .param("id", Uuid7.create())
                .param("form", country.form().value())
                .param("definition", """
                    {"sections": [{"nameVi": "Cán bộ", "nameEn": "Staff", "hintVi": "", "hintEn": "", "sumRow": false,
                      "rows": [{"asks": "TRYSTAFF#", "nameVi": "Cán bộ", "nameEn": "Staff"}],
                      "columns": [{"asks": "[]", "nameVi": "Tổng số", "nameEn": "Total"},
                                  {"asks": "[TRYSEX#=F]", "nameVi": "Nữ", "nameEn": "Women"},
                                  {"asks": "[TRYSEX#=M]", "nameVi": "Nam", "nameEn": "Men"},
                                  {"asks": "share 2/1", "nameVi": "Tỷ lệ nữ", "nameEn": "Share of women"}]},
                     {"nameVi": "Tập huấn", "nameEn": "Training", "hintVi": "", "hintEn": "", "sumRow": true,
                      "rows": [{"asks": "TRYHOURS#", "nameVi": "Giờ", "nameEn": "Hours"}],
                      "columns": [{"asks": "[]", "nameVi": "Tổng số", "nameEn": "Total"}]}],
                     "settings": [],
                     "rules": [{"code": "few", "says": "TRYSTAFF# >= 3", "severity": "WARNING",
                                "nameVi": "Ít hơn 3 cán bộ", "nameEn": "Fewer than 3 staff"}]}
                    """.replace("#", no))
                .param("account", UUID.randomUUID())
                .update();
    }

    /** @param highest in units of the decimals */
    public void hoursUpTo(Founded country, int decimals, long highest) {
        String no = country.code().substring(country.code().indexOf('-') + 1);
        jdbc.sql("update stat_element set decimals = :decimals where code = :code")
                .param("decimals", decimals)
                .param("code", "TRYHOURS" + no)
                .update();
        jdbc.sql("update stat_slot set highest = :highest where form_id = :form and slot = :slot")
                .param("highest", highest)
                .param("form", country.form().value())
                .param("slot", HOURS)
                .update();
    }

    private UUID element(String code, String vi, String en, int decimals) {
        var id = Uuid7.create();
        jdbc.sql("""
            insert into stat_element (id, code, name_vi, name_en, measure, decimals)
            values (:id, :code, :vi, :en, 'PEOPLE', :decimals)
            """)
                .param("id", id)
                .param("code", code)
                .param("vi", vi)
                .param("en", en)
                .param("decimals", decimals)
                .update();
        return id;
    }

    private void slot(FormId form, int slot, UUID element, String combination) {
        jdbc.sql("""
            insert into stat_slot (form_id, slot, element_id, combination) values (:form, :slot, :element, :combination)
            """)
                .param("form", form.value())
                .param("slot", slot)
                .param("element", element)
                .param("combination", combination)
                .update();
    }
}
