package vn.binhdang.execution.oversight;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** @param planned visits of the programme that the mission will carry out */
public record NewMissionPage(
        OversightKind kind,
        String subject,
        String from,
        String to,
        String unit,
        List<MissionPage.Choice> checklists,
        List<Planned> planned,
        Map<String, String> mistakes) {
    public record Planned(String id, String words) {}

    @Nullable
    public String mistake(String field) {
        return mistakes.get(field);
    }
}
