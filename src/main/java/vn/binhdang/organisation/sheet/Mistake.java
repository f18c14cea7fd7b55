package vn.binhdang.organisation.sheet;

import java.util.List;

/**
 * What is wrong in one cell, or with a row as a whole.
 * @param row as Excel counts it, the heading row included
 * @param column key of the column; empty when it is the row
 * @param arguments what the sentence names
 */
public record Mistake(int row, String column, String messageKey, List<String> arguments) {
    public Mistake {
        arguments = List.copyOf(arguments);
    }
}
