package vn.binhdang.document.register;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.document.DocumentState;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.kernel.Actor;

/** Reads the register of a year in the order of its numbers. */
@Component
class PrintedRegisters {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final TypeReference<List<String>> LINES = new TypeReference<>() {};

    /** How the archive line begins in every document; part of the text, not of the pages. */
    private static final String ARCHIVE = "Lưu";

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    PrintedRegisters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PrintedRegister.Line> of(Actor actor, int year) {
        return jdbc.sql("""
            select d.id, d.number, d.symbol, d.issued_on, d.state,
                   concat_ws(' ', d.issued_content ->> 'documentType', d.issued_content ->> 'subjectLine') as subject,
                   d.issued_content -> 'signature' ->> 'name' as signer,
                   cast(d.issued_content -> 'recipients' as text) as recipients
            from   outgoing_document d
            where  d.number is not null and extract(year from d.issued_on) = :year and
            """ + OutgoingDocuments.VISIBLE + " order by d.series, d.number, d.id")
                .param("year", year)
                .params(OutgoingDocuments.visibleTo(actor))
                .query((rs, i) -> {
                    List<String> recipients = json.readValue(rs.getString("recipients"), LINES);
                    return new PrintedRegister.Line(
                            "/documents/" + rs.getString("id"),
                            "%02d/%s".formatted(rs.getInt("number"), rs.getString("symbol")),
                            DAY.format(rs.getObject("issued_on", LocalDate.class)),
                            rs.getString("subject"),
                            text(rs.getString("signer")),
                            joined(recipients, false),
                            joined(recipients, true),
                            note(DocumentState.valueOf(rs.getString("state"))));
                })
                .list();
    }

    private static String joined(List<String> recipients, boolean archive) {
        return recipients.stream()
                .filter(line -> line.startsWith(ARCHIVE) == archive)
                .collect(Collectors.joining("; "));
    }

    private static @Nullable String note(DocumentState state) {
        return state == DocumentState.ISSUED ? null : "document.state." + state.word();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
