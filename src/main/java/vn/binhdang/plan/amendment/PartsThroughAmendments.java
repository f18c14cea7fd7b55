package vn.binhdang.plan.amendment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Annex;
import vn.binhdang.document.Block;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.kernel.Actor;
import vn.binhdang.plan.Plan;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanPart;
import vn.binhdang.plan.PlanPart.Home;
import vn.binhdang.plan.PlanPart.Words;
import vn.binhdang.plan.PlanParts;
import vn.binhdang.plan.amendment.PartChange.InForce;

/**
 * Reads the words of a plan through its amendments. Unlike tasks, which are at work, words are nowhere written anew: what is
 * in force is the issued text with the changes laid over it, the oldest first.
 */
@Component
class PartsThroughAmendments implements PlanParts {
    private final OutgoingDocuments documents;
    private final PartRows rows;

    PartsThroughAmendments(OutgoingDocuments documents, PartRows rows) {
        this.documents = documents;
        this.rows = rows;
    }

    /**
     * A part as it stands on a day.
     * @param by what amended it until then, the oldest first
     * @param ended an amendment took it out; {@code part} says what it said last
     */
    record Standing(PlanPart part, List<InForce> by, boolean ended) {
        @Nullable
        InForce last() {
            return by.isEmpty() ? null : by.getLast();
        }
    }

    /** The words as issued, with where their parts stand. */
    record Issued(PlanId plan, AdministrativeDocument content, Map<Integer, List<UUID>> ids, PartsOfText text) {}

    @Override
    public List<PlanPart> of(Actor actor, Plan plan) {
        return standing(issued(actor, plan).text(), rows.inForceOf(plan.id()), LocalDate.MAX).stream()
                .filter(one -> !one.ended())
                .map(Standing::part)
                .toList();
    }

    @Override
    public AdministrativeDocument content(Actor actor, Plan plan) {
        var changes = rows.inForceOf(plan.id());
        if (changes.isEmpty()) return documents.content(actor, plan.id().document());
        var issued = issued(actor, plan);
        return new Rewritten(issued, standing(issued.text(), changes, LocalDate.MAX)).whole();
    }

    Issued issued(Actor actor, Plan plan) {
        var written = documents.written(actor, plan.id().document());
        var content = written.content();
        var ids = written.ids();
        return new Issued(plan.id(), content, ids, PartsOfText.of(plan.id(), content, ids));
    }

    /** Where each part stands at the end of a day, those that ended among them. */
    static List<Standing> standing(PartsOfText issued, List<InForce> changes, LocalDate day) {
        var parts = new LinkedHashMap<UUID, PlanPart>();
        for (var part : issued.parts()) parts.put(part.id(), part);
        var by = new HashMap<UUID, List<InForce>>();
        for (var one : changes) {
            if (one.on().isAfter(day)) continue;
            var change = one.change();
            var said = change.after() == null ? change.named() : change.after();
            parts.put(change.part(), new PlanPart(change.part(), change.home(), said));
            by.computeIfAbsent(change.part(), part -> new ArrayList<>()).add(one);
        }
        var byHome = new LinkedHashMap<String, List<Standing>>();
        for (var home : issued.homes()) byHome.put(key(home), new ArrayList<>());
        for (var part : parts.values()) {
            var history = by.getOrDefault(part.id(), List.of());
            boolean ended = !history.isEmpty() && history.getLast().change().kind() == Change.Kind.DROP;
            byHome.computeIfAbsent(key(part.home()), home -> new ArrayList<>()).add(new Standing(part, history, ended));
        }
        return byHome.values().stream().flatMap(List::stream).toList();
    }

    /** Purposes and targets of a plan without headings share its id. */
    static String key(Home home) {
        return home.kind() + "/" + home.id();
    }

    /** The document with the parts in force in place of the issued ones. */
    private static final class Rewritten {
        private final Issued issued;
        private final Map<UUID, Standing> standing = new HashMap<>();
        private final Map<UUID, List<PlanPart>> added = new LinkedHashMap<>();

        Rewritten(Issued issued, List<Standing> parts) {
            this.issued = issued;
            for (var one : parts) {
                boolean own =
                        !one.by().isEmpty() && one.by().getFirst().change().kind() == Change.Kind.ADD;
                if (!own) standing.put(one.part().id(), one);
                else if (!one.ended())
                    added.computeIfAbsent(one.part().home().id(), home -> new ArrayList<>())
                            .add(one.part());
            }
        }

        AdministrativeDocument whole() {
            var d = issued.content();
            var annexes = new ArrayList<Annex>();
            for (int i = 0; i < d.annexes().size(); i++)
                annexes.add(annex(i + 1, d.annexes().get(i)));
            return d.withWords(d.legalBases(), body(), annexes);
        }

        private List<Block> body() {
            var blocks = new ArrayList<Block>();
            var body = issued.content().body();
            var ids = Objects.requireNonNull(issued.ids().getOrDefault(0, List.of()));
            UUID heading = null;
            int behindParts = 0;
            for (int i = 0; i < body.size(); i++) {
                if (isHeading(body.get(i))) {
                    behindParts = flush(heading, blocks, behindParts);
                    heading = ids.get(i);
                }
                say(ids.get(i), body.get(i), blocks);
                if (standing.containsKey(ids.get(i))) behindParts = blocks.size();
            }
            behindParts = flush(heading, blocks, behindParts);
            blocks.addAll(
                    behindParts, withHeadings(added.getOrDefault(issued.plan().value(), List.of())));
            return blocks;
        }

        private int flush(@Nullable UUID home, List<Block> blocks, int behindParts) {
            var more = home == null ? List.<PlanPart>of() : added.getOrDefault(home, List.of());
            for (var part : more) blocks.add(block(part.words()));
            return more.isEmpty() ? behindParts : blocks.size();
        }

        private static List<Block> withHeadings(List<PlanPart> parts) {
            var blocks = new ArrayList<Block>();
            PlanPart.Kind kind = null;
            for (var part : parts) {
                if (part.kind() != kind)
                    blocks.add(new Block(Block.Kind.HEADING, null, part.home().title(), List.of(), null));
                kind = part.kind();
                blocks.add(block(part.words()));
            }
            return blocks;
        }

        private Annex annex(int number, Annex annex) {
            var blocks = new ArrayList<Block>();
            var ids = Objects.requireNonNull(issued.ids().getOrDefault(number, List.of()));
            for (int i = 0; i < annex.body().size(); i++) {
                var block = annex.body().get(i);
                if (block.kind() == Block.Kind.TABLE) blocks.add(table(ids.get(i), block));
                else say(ids.get(i), block, blocks);
            }
            for (var part : added.getOrDefault(PartsOfText.ofText(issued.plan(), number), List.of()))
                blocks.add(block(part.words()));
            return new Annex(annex.label(), annex.title(), annex.attachedTo(), blocks);
        }

        private Block table(UUID id, Block table) {
            var lines = new ArrayList<List<String>>();
            for (int i = 0; i < table.rows().size(); i++) {
                var now = i == 0 ? null : standing.get(PartsOfText.ofRow(id, i));
                if (now == null || now.by().isEmpty()) lines.add(table.rows().get(i));
                else if (!now.ended()) lines.add(now.part().words().cells());
            }
            for (var part : added.getOrDefault(id, List.of()))
                lines.add(part.words().cells());
            return new Block(table.kind(), table.number(), table.text(), lines, table.lines());
        }

        private void say(UUID id, Block block, List<Block> blocks) {
            var now = standing.get(id);
            if (now == null || now.by().isEmpty()) blocks.add(block);
            else if (!now.ended())
                blocks.add(new Block(
                        block.kind(),
                        now.part().words().number(),
                        now.part().words().text(),
                        List.of(),
                        null));
        }

        private static boolean isHeading(Block block) {
            return switch (block.kind()) {
                case DIVISION, SECTION, HEADING -> true;
                case ITEM, PARAGRAPH, TABLE -> false;
            };
        }

        private static Block block(Words words) {
            return words.number() == null
                    ? Block.paragraph(words.text())
                    : new Block(Block.Kind.ITEM, words.number(), words.text(), List.of(), null);
        }
    }
}
