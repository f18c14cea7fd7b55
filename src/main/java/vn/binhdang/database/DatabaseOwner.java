package vn.binhdang.database;

import org.jspecify.annotations.NullUnmarked;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;

/** As whom the migrations enter: the owner of the tables, which the running product is not. */
record DatabaseOwner(DatabaseAddress address) implements FlywayConnectionDetails {
    @Override
    public String getJdbcUrl() {
        return address.url();
    }

    @Override
    @NullUnmarked
    public String getUsername() {
        return address.username();
    }

    @Override
    @NullUnmarked
    public String getPassword() {
        return address.password();
    }
}
