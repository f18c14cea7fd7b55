package vn.binhdang.access.limit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.access.Networks;

/**
 * Decides whether a try may be made now. A stranger is slowed by name and address together, by address, by network and
 * by name; a browser that the owner has used before is counted by itself and by nothing else, so that no attack from
 * elsewhere keeps the owner out. In the office's own network the name alone is not counted either.
 */
@Component
public class Guessing {
    private record Counted(Limit limit, String whose) {}

    private final SlowingDown slowingDown;
    private final TryBuckets buckets;
    private final KnownDevices devices;
    private final Networks networks;

    Guessing(SlowingDown slowingDown, TryBuckets buckets, KnownDevices devices, Networks networks) {
        this.slowingDown = slowingDown;
        this.buckets = buckets;
        this.devices = devices;
        this.networks = networks;
    }

    /** @param account whose name it is; null when nobody has that name, which must not show */
    public boolean admitsPassword(String name, @Nullable UUID account, Origin origin) {
        if (account != null && devices.knows(origin, account))
            return buckets.admits(Limit.DEVICE, account + "\n" + origin.device());
        return countedFor(name, origin).stream().allMatch(c -> buckets.admits(c.limit(), c.whose()))
                && slowingDown.admits(name, origin.address());
    }

    public void passwordWasRight(String name, UUID account, Origin origin) {
        if (devices.knows(origin, account)) {
            buckets.giveBack(Limit.DEVICE, account + "\n" + origin.device());
            return;
        }
        countedFor(name, origin).forEach(c -> buckets.giveBack(c.limit(), c.whose()));
        slowingDown.succeeded(name, origin.address());
    }

    /** Codes of the second step, recovery codes among them. */
    public boolean admitsFactor(UUID account, Origin origin) {
        return devices.knows(origin, account)
                ? buckets.admits(Limit.FACTOR_DEVICE, account + "\n" + origin.device())
                : buckets.admits(Limit.FACTOR, account.toString());
    }

    public void factorWasRight(UUID account, Origin origin) {
        if (devices.knows(origin, account)) buckets.giveBack(Limit.FACTOR_DEVICE, account + "\n" + origin.device());
        else buckets.giveBack(Limit.FACTOR, account.toString());
    }

    /**
     * Counts a wrong token. Nobody guesses 256 random bits; what is kept away is the load, so right ones are not counted
     * and an office behind one address is not shut out by a program of its own that has an old one.
     * @return false when too many came from there
     */
    public boolean admitsWrongToken(String address) {
        return buckets.admits(Limit.TOKEN, address);
    }

    private List<Counted> countedFor(String name, Origin origin) {
        var byPlace =
                List.of(new Counted(Limit.ADDRESS, origin.address()), new Counted(Limit.NETWORK, origin.network()));
        if (networks.isOffice(origin.address())) return byPlace;
        return List.of(byPlace.getFirst(), byPlace.getLast(), new Counted(Limit.NAME, SlowingDown.plain(name)));
    }
}
