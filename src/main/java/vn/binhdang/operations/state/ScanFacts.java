package vn.binhdang.operations.state;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.binhdang.files.VirusScan;

/** Whether what people bring is looked at for viruses, and whether the scanner answers. */
@Component
class ScanFacts implements FactSource {
    private final VirusScan scan;
    private final Clock clock;

    ScanFacts(VirusScan scan, Clock clock) {
        this.scan = scan;
        this.clock = clock;
    }

    @Override
    public String group() {
        return "scan";
    }

    @Override
    public int order() {
        return 55;
    }

    @Override
    public List<Fact> look() {
        return switch (scan.way()) {
            case OFF -> List.of(Fact.of("scan.off", Level.NEUTRAL));
            case SOCKET -> List.of(Fact.of("scan.socket", Level.GOOD), last());
            case NETWORK -> List.of(Fact.of("scan.network", Level.GOOD), last());
        };
    }

    private Fact last() {
        var answer = scan.lastAnswer();
        if (answer.isEmpty()) return Fact.of("scan.unasked", Level.NEUTRAL);
        var at = Shown.moment(answer.get().at(), clock);
        return switch (answer.get().verdict()) {
            case PASSED -> Fact.of("scan.passed", Level.GOOD, at);
            case INFECTED -> Fact.of("scan.infected", Level.GOOD, at);
            case TOO_LARGE -> Fact.of("scan.tooLarge", Level.WARNING, at);
            case NO_ANSWER -> Fact.of("scan.silent", Level.BAD, at);
        };
    }
}
