package vn.binhdang.database;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Where a database is and as whom to enter.
 * @param url {@code jdbc:postgresql:…}; may itself carry user and password as its parameters
 */
public record DatabaseAddress(
        String url, @Nullable String username, @Nullable String password) implements JdbcConnectionDetails {

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    @NullUnmarked
    public String getUsername() {
        return username;
    }

    @Override
    @NullUnmarked
    public String getPassword() {
        return password;
    }

    /** The address without its parameters, where a password may hide: fit for logs and sentences. */
    public String place() {
        return url.replaceFirst("\\?.*", "").replaceFirst("^jdbc:postgresql:(//)?", "");
    }

    /** Without the password: addresses end up in logs. */
    @Override
    public String toString() {
        return "DatabaseAddress[%s, %s]".formatted(place(), username);
    }
}
