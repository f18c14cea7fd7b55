package vn.binhdang.audit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Refused;
import vn.binhdang.web.Text;

/** Writes rows of one chain into a file with all that proves them. The rows go through as a stream, however many. */
@Component
class AuditExport {
    private static final int ROWS_AT_A_TIME = 500;

    private final JdbcClient jdbc;
    private final Checkpoints checkpoints;
    private final RecordWords words;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate oneView;

    AuditExport(
            JdbcClient jdbc,
            Checkpoints checkpoints,
            RecordWords words,
            AuditTrail audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.checkpoints = checkpoints;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
        oneView = new TransactionTemplate(transactions);
        oneView.setReadOnly(true);
        oneView.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Rows of a chain that follow one another, to the last of which a checkpoint reaches. */
    record Part(UUID chain, long first, long last, Checkpoint checkpoint) {
        String fileName() {
            return "nhat-ky-%d-%d.zip".formatted(first, last);
        }
    }

    /**
     * Finds the rows of some days, takes a checkpoint where none covers the last of them, and says in the record that they
     * leave. Reaches on to the row the checkpoint names, or nothing would prove the last rows.
     * @return empty when nothing was done on these days
     * @throws Refused when the actor may read a part of the agency only: a chain cannot be proven in parts
     */
    Optional<Part> prepare(Actor actor, boolean installation, LocalDate from, LocalDate to) {
        if (!actor.reach(Action.READ_AUDIT).whole().contains(actor.agency()))
            throw new Refused("audit.refused.partOfAgency");
        var chain = RecordSearch.chain(actor, installation);
        var found = jdbc.sql("""
            select min(no) as first, max(no) as last from audit_row
            where  agency_id = :chain and at >= :from and at < :to
            """)
                .param("chain", chain)
                .param("from", start(from))
                .param("to", start(to.plusDays(1)))
                .query((rs, i) -> new long[] {rs.getLong("first"), rs.getLong("last")})
                .single();
        if (found[1] == 0) return Optional.empty();
        var covering = checkpoints.covering(chain, found[1]);
        if (covering.isEmpty()) {
            checkpoints.take();
            covering = checkpoints.covering(chain, found[1]);
        }
        var checkpoint = covering.orElseThrow(() -> new IllegalStateException("a checkpoint that covers nothing"));
        long last = checkpoint.ends().stream()
                .filter(end -> end.agency().equals(chain))
                .findFirst()
                .orElseThrow()
                .no();
        audit.export(actor, "audit.export", null, java.util.Map.of("first", found[0], "last", last));
        return Optional.of(new Part(chain, found[0], last, checkpoint));
    }

    void write(Part part, Text t, OutputStream out) {
        oneView.executeWithoutResult(transaction -> {
            try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
                var writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
                entry(zip, writer, ExportFile.EXPLANATION, w -> w.write(explanation(part)));
                entry(zip, writer, ExportFile.ROWS, w -> rows(part, row -> line(w, ExportFile.line(row))));
                entry(zip, writer, ExportFile.TABLE, w -> table(part, t, w));
                entry(
                        zip,
                        writer,
                        ExportFile.CHECKPOINTS,
                        w -> line(w, part.checkpoint().line()));
                entry(zip, writer, ExportFile.KEYS, w -> w.write(checkpoints.publicKeys()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private interface Content {
        void to(Writer writer) throws IOException;
    }

    private static void entry(ZipOutputStream zip, Writer writer, String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        content.to(writer);
        writer.flush();
        zip.closeEntry();
    }

    private void rows(Part part, Consumer<StoredRow> each) {
        jdbc.sql("""
            select %s from audit_row where agency_id = :chain and no between :first and :last order by no
            """.formatted(StoredRow.COLUMNS))
                .withFetchSize(ROWS_AT_A_TIME)
                .param("chain", part.chain())
                .param("first", part.first())
                .param("last", part.last())
                .query(rs -> {
                    each.accept(StoredRow.of(rs));
                });
    }

    /** For people and spreadsheets; what is proven are the other rows. */
    private void table(Part part, Text t, Writer writer) throws IOException {
        writer.write('\uFEFF'); // else Excel takes it for another encoding
        line(
                writer,
                csv(Stream.of("no", "when", "who", "unit", "roles", "kind", "what", "details", "record", "request")
                        .map(column -> t.of("audit.column." + column))));
        var some = new ArrayList<StoredRow>();
        rows(part, row -> {
            some.add(row);
            if (some.size() == ROWS_AT_A_TIME) tableOf(some, t, writer);
        });
        tableOf(some, t, writer);
    }

    private void tableOf(List<StoredRow> rows, Text t, Writer writer) {
        for (var row : words.of(rows, t))
            line(
                    writer,
                    csv(Stream.of(
                            Long.toString(row.no()),
                            row.when(),
                            row.who(),
                            row.unit(),
                            row.roles(),
                            t.of("audit.kind." + row.kind().word()),
                            row.what(),
                            String.join("; ", row.details()),
                            row.record() == null ? "" : row.record().toString(),
                            row.request())));
        rows.clear();
    }

    /** A cell that begins like a formula would be computed by a spreadsheet. */
    private static String csv(Stream<String> cells) {
        return cells.map(cell -> cell.matches("(?s)[=+\\-@\\t].*") ? "'" + cell : cell)
                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(","));
    }

    private static void line(Writer writer, String line) {
        try {
            writer.write(line);
            writer.write("\r\n".substring(line.startsWith("{") ? 1 : 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String explanation(Part part) {
        return Stream.of(Text.VIETNAMESE, Text.ENGLISH)
                .map(language -> Text.in(language)
                        .of(
                                "audit.export.explanation",
                                part.chain().toString(),
                                Long.toString(part.first()),
                                Long.toString(part.last()),
                                Long.toString(part.checkpoint().no()),
                                part.checkpoint().keyId()))
                .collect(Collectors.joining("\n\n"));
    }

    private OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC);
    }
}
