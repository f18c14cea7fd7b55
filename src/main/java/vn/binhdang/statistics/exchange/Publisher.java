package vn.binhdang.statistics.exchange;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import vn.binhdang.statistics.exchange.format.Dataset;
import vn.binhdang.statistics.exchange.format.Label;

/**
 * Who publishes here, as it stands in catalogues and messages.
 *
 * @param id the agency in SDMX: letters, digits, _ and -
 * @param site address at which this installation is reached from outside; without it that of the request is taken
 * @param licence address of the licence under which open data may be used; none is named without it
 */
@ConfigurationProperties("binhdang.open-data")
public record Publisher(
        @Nullable String id,
        @Nullable String name,
        @Nullable String nameEn,
        @Nullable URI site,
        @Nullable URI licence) {

    Dataset.Agency agency() {
        return new Dataset.Agency(
                id == null || id.isBlank() ? "BINHDANG" : id,
                new Label(name == null || name.isBlank() ? "Bình Đẳng" : name, nameEn));
    }

    Optional<URI> licensed() {
        return Optional.ofNullable(licence);
    }
}
