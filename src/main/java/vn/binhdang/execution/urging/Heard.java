package vn.binhdang.execution.urging;

import java.time.LocalDate;

/**
 * From whom the office heard an answer, how and when.
 * @param who as typed: many have no account
 */
record Heard(HeardWay way, String who, LocalDate on) {
    static final int LONGEST_NAME = 200;
}
