package vn.binhdang.operations.state;

import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import vn.binhdang.operations.job.Jobs;

/** The jobs together; the page lists them below. */
@Component
class JobFacts implements FactSource {
    private final Jobs jobs;

    JobFacts(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public String group() {
        return "jobs";
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public List<Fact> look() {
        try {
            var figures = jobs.figures();
            var facts = new ArrayList<Fact>();
            facts.add(Fact.of("jobs.all", Level.NEUTRAL, figures.all(), figures.running()));
            facts.add(Fact.of(
                    "jobs.failing", figures.failing() == 0 ? Level.GOOD : Level.BAD, figures.failing(), Jobs.FAILING));
            facts.add(Fact.of(
                    "jobs.overdue",
                    figures.overdue() == 0 ? Level.GOOD : Level.BAD,
                    figures.overdue(),
                    Jobs.OVERDUE.toMinutes()));
            return facts;
        } catch (DataAccessException e) {
            return List.of(Fact.of("jobs.unknown", Level.NEUTRAL));
        }
    }
}
