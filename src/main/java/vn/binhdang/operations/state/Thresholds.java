package vn.binhdang.operations.state;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From when on something is said to be wrong; {@code binhdang.operations.*}.
 * @param diskWarningPercent free space below which the operator should make room
 * @param diskBadPercent free space below which the product may stop soon
 * @param backupAge an older last backup is red; a day, and time for it to run
 * @param databaseLatency a slower answer to the smallest question is a warning
 * @param clockDifference between the product and its database
 */
@ConfigurationProperties("binhdang.operations")
record Thresholds(
        @DefaultValue("15") int diskWarningPercent,
        @DefaultValue("5") int diskBadPercent,
        @DefaultValue("30h") Duration backupAge,
        @DefaultValue("100ms") Duration databaseLatency,
        @DefaultValue("5s") Duration clockDifference) {}
