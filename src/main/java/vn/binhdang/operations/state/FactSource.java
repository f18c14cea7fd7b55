package vn.binhdang.operations.state;

import java.util.List;

/** One group of facts on the operator's page. Looking never throws: that something cannot be seen is a fact as well. */
interface FactSource {
    /** The part of message keys and of the address within the page. */
    String group();

    int order();

    List<Fact> look();
}
