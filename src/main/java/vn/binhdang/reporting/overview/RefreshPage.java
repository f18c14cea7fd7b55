package vn.binhdang.reporting.overview;

import java.util.List;
import vn.binhdang.reporting.compilation.Refresh;

/**
 * @param mark of the outcome that is shown; the button agrees to this one and no other
 * @param again something changed between looking and agreeing
 */
public record RefreshPage(
        String address,
        String subject,
        List<Refresh.Difference> changes,
        List<Refresh.Difference> kept,
        String mark,
        boolean again) {

    static RefreshPage of(String address, String subject, Refresh refresh, String mark, boolean again) {
        return new RefreshPage(
                address,
                subject,
                refresh.differences().stream().filter(one -> !kept(one)).toList(),
                refresh.differences().stream().filter(RefreshPage::kept).toList(),
                mark,
                again);
    }

    private static boolean kept(Refresh.Difference difference) {
        return difference.kind() == Refresh.Difference.Kind.KEPT
                || difference.kind() == Refresh.Difference.Kind.LEFT_OUT;
    }
}
