package vn.binhdang.operations.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/**
 * What only this product has to measure; requests, pool, Java and jobs are measured by the libraries. No label names a
 * person, a unit or a record.
 */
@Component
class OperationMeters implements MeterBinder {
    private final ScrapedReadings readings;

    OperationMeters(ScrapedReadings readings) {
        this.readings = readings;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(
                registry,
                "binhdang.mail.waiting",
                "Mails that could go now",
                r -> r.mail().waiting());
        gauge(
                registry,
                "binhdang.mail.later",
                "Notices that wait for quiet hours or a digest",
                r -> r.mail().later());
        gauge(
                registry,
                "binhdang.mail.failed",
                "Mails laid aside",
                r -> r.mail().failed());
        gauge(
                registry,
                "binhdang.mail.sent.today",
                "Mails sent since midnight",
                r -> r.mail().sentToday());
        gauge(registry, "binhdang.jobs.running", "Jobs that run", r -> r.jobs().running());
        gauge(
                registry,
                "binhdang.jobs.failing",
                "Jobs that failed several times in a row",
                r -> r.jobs().failing());
        gauge(
                registry,
                "binhdang.jobs.overdue",
                "Jobs that nobody runs",
                r -> r.jobs().overdue());
        gauge(registry, "binhdang.sessions", "People signed in", ScrapedReadings.Reading::sessions);
        gauge(registry, "binhdang.audit.rows", "Rows of the record of deeds", ScrapedReadings.Reading::auditRows);
        gauge(
                registry,
                "binhdang.audit.checkpoint.age.seconds",
                "Since the last checkpoint",
                ScrapedReadings.Reading::checkpointAge);
        gauge(
                registry,
                "binhdang.backup.age.seconds",
                "Since the last good backup",
                ScrapedReadings.Reading::backupAge);
        gauge(registry, "binhdang.backup.bytes", "Size of the last good backup", ScrapedReadings.Reading::backupBytes);
        gauge(
                registry,
                "binhdang.disk.free.bytes",
                "Free space below the data folder",
                ScrapedReadings.Reading::diskFree);
        gauge(registry, "binhdang.disk.total.bytes", "Space below the data folder", ScrapedReadings.Reading::diskTotal);
        gauge(registry, "binhdang.database.bytes", "Size of the database", ScrapedReadings.Reading::databaseBytes);
    }

    private void gauge(
            MeterRegistry registry, String name, String description, ToDoubleFunction<ScrapedReadings.Reading> value) {
        Gauge.builder(
                        name,
                        readings,
                        source -> source.latest().stream()
                                .mapToDouble(value)
                                .findFirst()
                                .orElse(Double.NaN))
                .description(description)
                .register(registry);
    }
}
