package vn.binhdang;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

/** The server. The command line is {@code vn.binhdang.cli}. */
@SpringBootApplication
@Modulithic(
        systemName = "Bình Đẳng",
        sharedModules = {"kernel", "calendar", "web", "audit"})
public class BinhDang {
    public static void main(String[] args) {
        SpringApplication.run(BinhDang.class, args);
    }

    /** The one clock. Days are those of Viet Nam wherever the server stands. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Ho_Chi_Minh"));
    }
}
