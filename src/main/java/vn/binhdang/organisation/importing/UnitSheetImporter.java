package vn.binhdang.organisation.importing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.organisation.event.UnitEvents;
import vn.binhdang.organisation.sheet.SheetColumn;
import vn.binhdang.organisation.sheet.SheetLayout;
import vn.binhdang.organisation.unit.UnitDescriptions;

/** Units by the thousand: communes, schools, divisions. What is there already is recognised and changed by events. */
@Component
class UnitSheetImporter implements SheetImporter {
    private static final SheetLayout LAYOUT = new SheetLayout(
            "units",
            List.of(
                    SheetColumn.text("name", true),
                    SheetColumn.choice("kind", true, UnitKind.class, UnitKind::messageKey),
                    SheetColumn.date("validFrom", true),
                    SheetColumn.text("shortName", false),
                    SheetColumn.text("abbreviation", false),
                    SheetColumn.text("code", false),
                    SheetColumn.text("eIdentifier", false),
                    SheetColumn.text("parentCode", false),
                    SheetColumn.text("parentEIdentifier", false),
                    SheetColumn.text("parentPath", false)));

    private final UnitLookups lookups;
    private final UnitEvents events;
    private final UnitDescriptions descriptions;
    private final Clock clock;

    UnitSheetImporter(UnitLookups lookups, UnitEvents events, UnitDescriptions descriptions, Clock clock) {
        this.lookups = lookups;
        this.events = events;
        this.descriptions = descriptions;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "units";
    }

    @Override
    public SheetLayout layout() {
        return LAYOUT;
    }

    @Override
    public Action needed() {
        return Action.CHANGE_UNITS;
    }

    @Override
    public String resultHref() {
        return "/units/tree";
    }

    @Override
    public Check begin(Actor actor) {
        return new UnitSheetCheck(actor, lookups, events, descriptions, LocalDate.now(clock));
    }
}
