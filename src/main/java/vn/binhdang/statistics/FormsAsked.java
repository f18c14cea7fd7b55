package vn.binhdang.statistics;

import java.time.LocalDate;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.UnitKind;

/** For those who set an installation up: which forms its units fill in. */
public interface FormsAsked {
    /**
     * Asks a form of all units of a kind; nothing changes where it is asked of them already.
     * @param code of a form that is there
     * @param days after the last day of the window, until when it is handed in
     */
    void ask(Actor actor, String code, UnitKind kind, LocalDate from, int days);
}
