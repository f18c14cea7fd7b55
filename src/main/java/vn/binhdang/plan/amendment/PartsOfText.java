package vn.binhdang.plan.amendment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Annex;
import vn.binhdang.document.Block;
import vn.binhdang.organisation.UnitMatcher;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanPart;
import vn.binhdang.plan.PlanPart.Home;
import vn.binhdang.plan.PlanPart.Kind;
import vn.binhdang.plan.PlanPart.Words;
import vn.binhdang.web.Text;

/**
 * The purposes, targets and rows of annexes in the words of a plan. What they are is read from the heading they stand under;
 * a plan without such a heading has none, nothing is guessed from other sections.
 *
 * @param homes where such parts stand or can be added, in the order of the text
 */
record PartsOfText(List<Home> homes, List<PlanPart> parts) {
    private static final Text WORDS = Text.in(Text.VIETNAMESE);
    private static final Pattern BEGINS =
            Pattern.compile("^(?:(?:cac|va|quan diem|yeu cau) )*(?:muc dich|muc tieu|chi tieu)\\b");

    /** @param ids of the blocks by part: 0 the body, then the annexes, each in its order */
    static PartsOfText of(PlanId plan, AdministrativeDocument content, Map<Integer, List<UUID>> ids) {
        var homes = new ArrayList<Home>();
        var parts = new ArrayList<PlanPart>();
        body(content.body(), ids.getOrDefault(0, List.of()), homes, parts);
        if (homes.stream().noneMatch(home -> home.kind() == Kind.PURPOSE)) homes.addFirst(whole(plan, Kind.PURPOSE));
        if (homes.stream().noneMatch(home -> home.kind() == Kind.TARGET)) homes.add(whole(plan, Kind.TARGET));
        for (int i = 0; i < content.annexes().size(); i++)
            annex(plan, i + 1, content.annexes(), ids.getOrDefault(i + 1, List.of()), homes, parts);
        return new PartsOfText(homes, parts);
    }

    /** Such parts of a plan that has no heading for them. */
    private static Home whole(PlanId plan, Kind kind) {
        return new Home(plan.value(), kind, "", WORDS.of("plan.amendment.paper.part." + kind), List.of());
    }

    private static void body(List<Block> body, List<UUID> ids, List<Home> homes, List<PlanPart> parts) {
        Kind ofSection = null;
        String section = "";
        Home division = null;
        Home around = null;
        Home home = null;
        var withHeadings = new HashSet<UUID>();
        for (int i = 0; i < body.size(); i++) {
            var block = body.get(i);
            switch (block.kind()) {
                case DIVISION, SECTION -> {
                    ofSection = kind(block.text(), null);
                    section = number(block);
                    home = home(ids.get(i), ofSection, section, block, homes);
                    if (block.kind() == Block.Kind.DIVISION) division = home;
                    else if (home != null && division != null) withHeadings.add(division.id());
                    around = home;
                }
                case HEADING -> {
                    var kind = kind(block.text(), ofSection);
                    home = home(ids.get(i), kind, section + number(block), block, homes);
                    if (home != null && around != null) withHeadings.add(around.id());
                }
                case ITEM, PARAGRAPH -> {
                    if (home != null && !block.text().isBlank())
                        parts.add(new PlanPart(ids.get(i), home, Words.of(block.number(), block.text())));
                }
                case TABLE -> {}
            }
        }
        // A section that only has headings takes nothing of its own.
        var filled = parts.stream().map(PlanPart::home).toList();
        homes.removeIf(one -> withHeadings.contains(one.id()) && !filled.contains(one));
    }

    private static @Nullable Home home(UUID id, @Nullable Kind kind, String number, Block block, List<Home> homes) {
        if (kind == null) return null;
        var home = new Home(id, kind, number, block.text(), List.of());
        homes.add(home);
        return home;
    }

    /**
     * A section of tasks may speak of targets too ("Thực hiện các mục tiêu về bình đẳng giới"): outside of a section of such
     * parts a heading has to begin with them.
     * @param otherwise what the section around it holds
     */
    private static @Nullable Kind kind(String heading, @Nullable Kind otherwise) {
        String folded = UnitMatcher.fold(heading);
        if (folded.contains("nhiem vu") || folded.contains("giai phap")) return null;
        if (otherwise == null && !BEGINS.matcher(folded).find()) return null;
        if (folded.contains("muc dich")) return Kind.PURPOSE;
        if (folded.contains("chi tieu") || folded.contains("muc tieu")) return Kind.TARGET;
        return otherwise != null && folded.contains("yeu cau") ? Kind.PURPOSE : otherwise;
    }

    private static void annex(
            PlanId plan, int part, List<Annex> annexes, List<UUID> ids, List<Home> homes, List<PlanPart> parts) {
        var annex = annexes.get(part - 1);
        String label = Stream.of(annex.label(), annexes.size() == 1 ? null : WORDS.of("plan.annex.label") + " " + part)
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElse(WORDS.of("plan.annex.label"));
        String title = annex.title() == null ? "" : annex.title();
        var text = new Home(ofText(plan, part), Kind.ANNEX_ROW, label, title, List.of());
        boolean paragraphs = false;
        for (int i = 0; i < annex.body().size(); i++) {
            var block = annex.body().get(i);
            if (block.kind() == Block.Kind.TABLE) {
                table(ids.get(i), block, label, title, homes, parts);
            } else if ((block.kind() == Block.Kind.ITEM || block.kind() == Block.Kind.PARAGRAPH)
                    && !block.text().isBlank()) {
                if (!paragraphs) homes.add(text);
                paragraphs = true;
                parts.add(new PlanPart(ids.get(i), text, Words.of(block.number(), block.text())));
            }
        }
    }

    private static void table(
            UUID id, Block table, String label, String title, List<Home> homes, List<PlanPart> parts) {
        if (table.rows().isEmpty()) return;
        int width = table.rows().stream().mapToInt(List::size).max().orElse(0);
        var home =
                new Home(id, Kind.ANNEX_ROW, label, title, filled(table.rows().getFirst(), width));
        homes.add(home);
        for (int row = 1; row < table.rows().size(); row++)
            parts.add(new PlanPart(
                    ofRow(id, row), home, new Words(null, filled(table.rows().get(row), width))));
    }

    /** Of the row of a table, whose issued words never move. */
    static UUID ofRow(UUID table, int row) {
        return made(table + "/" + row);
    }

    /** Of the paragraphs of an annex together. */
    static UUID ofText(PlanId plan, int part) {
        return made(plan + "/annex/" + part);
    }

    private static UUID made(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> filled(List<String> cells, int width) {
        var filled = new ArrayList<>(cells);
        while (filled.size() < width) filled.add("");
        return filled;
    }

    private static String number(Block block) {
        return block.number() == null ? "" : block.number().strip();
    }
}
