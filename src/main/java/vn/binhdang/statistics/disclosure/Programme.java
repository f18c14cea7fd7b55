package vn.binhdang.statistics.disclosure;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;

/** A linear or integer programme, as the solver (ojAlgo) takes it; least cost is looked for. */
final class Programme {
    static final String SOLVER = "ojAlgo 57.1.0";

    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private boolean whole;

    /** @param best false when time ran out: a solution, but perhaps not the cheapest */
    record Solved(double[] values, double cost, boolean best) {}

    int variable(double lowest, double highest, double cost) {
        Variable variable = model.addVariable("v" + model.countVariables());
        if (lowest > Double.NEGATIVE_INFINITY) variable.lower(BigDecimal.valueOf(lowest));
        if (highest < Double.POSITIVE_INFINITY) variable.upper(BigDecimal.valueOf(highest));
        if (cost != 0) variable.weight(BigDecimal.valueOf(cost));
        return model.countVariables() - 1;
    }

    int wholeVariable(double lowest, double highest, double cost) {
        int variable = variable(lowest, highest, cost);
        model.getVariable(variable).integer(true);
        whole = true;
        return variable;
    }

    Row equal(double sum) {
        return new Row(model.newExpression("r" + model.countExpressions()).level(BigDecimal.valueOf(sum)));
    }

    Row atLeast(double sum) {
        return new Row(model.newExpression("r" + model.countExpressions()).lower(BigDecimal.valueOf(sum)));
    }

    Row atMost(double sum) {
        return new Row(model.newExpression("r" + model.countExpressions()).upper(BigDecimal.valueOf(sum)));
    }

    /** One condition being put together. */
    record Row(Expression expression) {
        Row add(int variable, double factor) {
            expression.add(variable, BigDecimal.valueOf(factor));
            return this;
        }
    }

    /** @return null when there is no solution, or none was found in time: told apart by {@link #impossible} */
    @Nullable
    Solved least(Duration limit) {
        impossible = false;
        // Several workers would find one of several equally good solutions, not always the same.
        if (whole) model.options.integer(IntegerStrategy.newConfigurable().withParallelism(() -> 1));
        model.options.time_suffice = Math.max(1, limit.toMillis());
        model.options.time_abort = Math.max(1, limit.toMillis());
        Optimisation.Result result = model.minimise();
        if (!result.getState().isFeasible()) {
            impossible = result.getState() == Optimisation.State.INFEASIBLE;
            return null;
        }
        double[] values = new double[model.countVariables()];
        for (int v = 0; v < values.length; v++) values[v] = result.doubleValue(v);
        return new Solved(values, result.getValue(), result.getState().isOptimal());
    }

    private boolean impossible;

    boolean impossible() {
        return impossible;
    }
}
