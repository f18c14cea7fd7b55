package vn.binhdang.execution.urging;

import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.document.DocumentId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;

/** The work of each day: proposals by the rules, sending where an agency lets them go by themselves, letters that were missed. */
@Component
class UrgingMorning {
    private static final Logger LOG = LoggerFactory.getLogger(UrgingMorning.class);

    private final Proposals proposals;
    private final UrgingRules rules;
    private final Urgings urgings;
    private final JdbcClient jdbc;

    UrgingMorning(Proposals proposals, UrgingRules rules, Urgings urgings, JdbcClient jdbc) {
        this.proposals = proposals;
        this.rules = rules;
        this.urgings = urgings;
        this.jdbc = jdbc;
    }

    /** @param goOn asked before each agency; what is left is done at the next run */
    void run(BooleanSupplier goOn) {
        missedLetters();
        for (var agency : proposals.agencies()) {
            if (!goOn.getAsBoolean()) return;
            try {
                of(agency);
            } catch (RuntimeException e) {
                // One agency's trouble is not that of the others.
                LOG.error("urging of agency {} failed", agency, e);
            }
        }
    }

    void of(UnitId agency) {
        var product = Actor.ofInstallation(agency);
        proposals.prepare(product, agency);
        var today = urgings.today();
        if (rules.on(agency, today).automatic() && !rules.calendar(agency).quiet(today)) proposals.send(product, null);
    }

    private record Issued(UUID id, int number, String symbol) {}

    /** The event of an issue is lost when the program stops right after it. */
    private void missedLetters() {
        jdbc.sql("""
            select distinct d.id, d.number, d.symbol from urging u join outgoing_document d on d.id = u.letter_id
            where  u.urged_at is null and u.dropped_at is null and d.state in ('ISSUED', 'SUPERSEDED')
            """)
                .query(Issued.class)
                .list()
                .forEach(letter ->
                        urgings.letterIssued(new DocumentId(letter.id()), letter.number() + "/" + letter.symbol()));
    }
}
