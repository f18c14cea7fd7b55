package vn.binhdang.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.access.Accounts;
import vn.binhdang.document.UnreadableDocument;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Rank;
import vn.binhdang.organisation.Register;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.plan.PlanIntake;

/**
 * The Department of Science and Technology of Hoa Giang, an invented province: ten units and thirty people, some of whom
 * can sign in with one common first password that is made anew for each installation.
 */
@Component
public class SampleDepartment {
    /** Letters and digits that nobody mistakes for one another when typing from a screen. */
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final LocalDate FOUNDED = LocalDate.of(2020, 1, 1);

    private final Register register;
    private final Accounts accounts;
    private final PlanIntake plans;
    private final SampleFigures figures;

    SampleDepartment(Register register, Accounts accounts, PlanIntake plans, SampleFigures figures) {
        this.plans = plans;
        this.figures = figures;
        this.register = register;
        this.accounts = accounts;
    }

    /** @param usernames of those who can sign in, the clerk first */
    public record Founded(Actor clerk, List<String> usernames) {}

    /** Enters units, people and accounts; refuses nothing, so it is called on an empty database only. */
    @Transactional
    public Founded found(String firstPassword) {
        var agency = UnitId.create();
        // The record names the product itself for what was there before anybody could sign in.
        var product = Actor.ofInstallation(agency);
        var founder = Actor.of(product.account(), product.person(), agency, agency, Set.of(Role.OFFICE_CLERK));
        var province = foundNeighbours(founder);
        register.addUnit(
                founder,
                agency,
                UnitKind.DEPARTMENT,
                "Sở Khoa học và Công nghệ",
                "Sở KH&CN",
                "SKHCN",
                province,
                0,
                List.of("KHCN", "Sở KHCN", "Sở Khoa học và Công nghệ tỉnh Hoa Giang"),
                FOUNDED);
        register.setLetterhead(founder, agency, "Ủy ban nhân dân tỉnh Hoa Giang", "Hoa Giang", FOUNDED);
        var units = new HashMap<String, UnitId>(Map.of("SO", agency));
        int position = 0;
        for (var row : rows("units.csv")) {
            var id = UnitId.create();
            units.put(row.get(0), id);
            register.addUnit(
                    founder,
                    id,
                    UnitKind.valueOf(row.get(1)),
                    row.get(2),
                    row.get(3),
                    row.get(4),
                    agency,
                    position++,
                    list(row.get(5)),
                    FOUNDED);
        }
        var people = enterPeople(founder, units, firstPassword);
        var clerk = people.clerk();
        bringFoundingPlan(clerk);
        figures.bringIn(clerk, people.statistician());
        return new Founded(clerk, usernames());
    }

    /**
     * The people's committee above, and the department that the plan of 2024 names among its recipients: dissolved on
     * 01/3/2025 like those of all provinces, gender equality taken over by home affairs.
     */
    private UnitId foundNeighbours(Actor founder) {
        var province = UnitId.create();
        var labour = UnitId.create();
        var homeAffairs = UnitId.create();
        register.addUnit(
                founder,
                province,
                UnitKind.PEOPLES_COMMITTEE,
                "Ủy ban nhân dân tỉnh Hoa Giang",
                "UBND tỉnh Hoa Giang",
                "UBND",
                null,
                0,
                List.of("UBND tỉnh"),
                FOUNDED);
        register.addUnit(
                founder,
                labour,
                UnitKind.DEPARTMENT,
                "Sở Lao động - Thương binh và Xã hội",
                "Sở LĐTBXH",
                "SLĐTBXH",
                province,
                1,
                List.of("Sở LĐ-TB&XH", "Sở Lao động, Thương binh và Xã hội", "Sở Lao động-Thương Binh và Xã hội"),
                FOUNDED);
        register.addUnit(
                founder,
                homeAffairs,
                UnitKind.DEPARTMENT,
                "Sở Nội vụ",
                "Sở Nội vụ",
                "SNV",
                province,
                2,
                List.of(),
                FOUNDED);
        register.dissolve(
                founder,
                labour,
                homeAffairs,
                "Lao động, việc làm, bình đẳng giới",
                "Nghị quyết của HĐND tỉnh Hoa Giang (dữ liệu mẫu, hư cấu)",
                LocalDate.of(2025, 3, 1));
        return province;
    }

    /** The plan of 2024 that the product began with, as its department had it; the signer's name is invented. */
    private void bringFoundingPlan(Actor clerk) {
        try {
            plans.takeIn(clerk, "ke-hoach-binh-dang-gioi-2024.txt", resource("founding-plan.txt"));
        } catch (UnreadableDocument e) {
            throw new IllegalStateException(e);
        }
    }

    private record Entered(Actor clerk, Actor statistician) {}

    private Entered enterPeople(Actor founder, Map<String, UnitId> units, String firstPassword) {
        Actor clerk = null;
        Actor statistician = null;
        var people = new HashMap<String, PersonId>();
        for (var row : rows("people.csv")) {
            var unit = unit(units, row.get(0));
            var person = register.addPerson(
                    founder,
                    row.get(1),
                    row.get(2),
                    Register.Sex.valueOf(row.get(3)),
                    Register.LegalStatus.valueOf(row.get(4)),
                    unit,
                    Rank.valueOf(row.get(5)),
                    row.get(6),
                    FOUNDED,
                    new Register.Details(
                            Integer.valueOf(row.get(9)),
                            null,
                            row.get(10).equals("yes"),
                            row.get(11),
                            row.get(12),
                            list(row.get(13))));
            people.put(row.get(1) + " " + row.get(2), person);
            if (row.get(7).isEmpty()) continue;
            var roles = list(row.get(8)).stream().map(Role::valueOf).collect(Collectors.toSet());
            var account = accounts.open(founder, row.get(7), person, firstPassword, unit, roles);
            if (clerk == null && roles.contains(Role.OFFICE_CLERK))
                clerk = Actor.of(account, person, founder.agency(), unit, roles);
            if (roles.contains(Role.STATISTICIAN))
                statistician = Actor.of(account, person, founder.agency(), unit, roles);
        }
        if (clerk == null || statistician == null)
            throw new IllegalStateException("the sample people have no clerk or no statistician");
        movePeople(founder, units, people);
        return new Entered(clerk, statistician);
    }

    /** Some have changed offices since the department was founded, so that two days give two pictures. */
    private void movePeople(Actor founder, Map<String, UnitId> units, Map<String, PersonId> people) {
        for (var row : rows("moves.csv")) {
            var person = people.get(row.get(0) + " " + row.get(1));
            if (person == null) throw new IllegalStateException("moves.csv names nobody of people.csv: " + row.get(2));
            var from = LocalDate.parse(row.get(2));
            if (row.get(3).isEmpty()) register.endService(founder, person, from);
            else
                register.movePerson(
                        founder, person, unit(units, row.get(3)), Rank.valueOf(row.get(4)), row.get(5), false, from);
        }
    }

    private static List<String> usernames() {
        return rows("people.csv").stream()
                .map(row -> row.get(7))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Three groups of four, easy to type once. */
    static String newFirstPassword() {
        var random = new SecureRandom();
        return Stream.generate(() -> random.ints(4, 0, READABLE.length())
                        .mapToObj(i -> String.valueOf(READABLE.charAt(i)))
                        .collect(Collectors.joining()))
                .limit(3)
                .collect(Collectors.joining("-"));
    }

    private static UnitId unit(Map<String, UnitId> units, String key) {
        var unit = units.get(key);
        if (unit == null) throw new IllegalStateException("no sample unit " + key);
        return unit;
    }

    private static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
    }

    /** The rows below the heading; our own files have no quoted cells. */
    private static List<List<String>> rows(String file) {
        var rows = new ArrayList<List<String>>();
        for (String line : new String(resource(file), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .toList()) rows.add(List.of(line.split(",", -1)));
        return rows;
    }

    private static byte[] resource(String file) {
        try (var in = SampleDepartment.class.getResourceAsStream("/sample/" + file)) {
            if (in == null) throw new IllegalStateException("no " + file);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
