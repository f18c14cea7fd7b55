package vn.binhdang.access;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/** The office's own networks, as the operator names them. */
@Component
public class Networks {
    private final List<IpAddressMatcher> office;

    Networks(
            @Value(
                            "${binhdang.access.office-networks:127.0.0.0/8,::1/128,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,fc00::/7}")
                    List<String> office) {
        this.office = office.stream()
                .map(String::strip)
                .filter(network -> !network.isEmpty())
                .map(IpAddressMatcher::new)
                .toList();
    }

    public boolean isOffice(String address) {
        return office.stream().anyMatch(network -> network.matches(address));
    }
}
