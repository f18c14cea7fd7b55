package vn.binhdang.access.token;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;

/** Addresses for programs that are there as long as a test, so that its rules are tried without those of one module. */
@ResponseBody
public final class ProgramAddresses implements AutoCloseable {
    private final RequestMappingHandlerMapping mapping;
    private final java.util.List<RequestMappingInfo> added = new java.util.ArrayList<>();

    public ProgramAddresses(RequestMappingHandlerMapping mapping) throws NoSuchMethodException {
        this.mapping = mapping;
        add(RequestMethod.GET, "who", "who", Actor.class);
        add(RequestMethod.POST, "write", "write", Actor.class);
        add(RequestMethod.GET, "refused", "refused");
        add(RequestMethod.GET, "absent", "absent");
        add(RequestMethod.GET, "number", "number", int.class);
        add(RequestMethod.GET, "mistake", "mistake");
    }

    private void add(RequestMethod method, String path, String name, Class<?>... parameters)
            throws NoSuchMethodException {
        var info = RequestMappingInfo.paths("/api/tried/" + path)
                .methods(method)
                .produces(MediaType.TEXT_PLAIN_VALUE)
                .options(mapping.getBuilderConfiguration())
                .build();
        mapping.registerMapping(info, this, getClass().getMethod(name, parameters));
        added.add(info);
    }

    @Allows(Action.READ_STATISTICS)
    public String who(Actor actor) {
        return "%s for %s, reads %s, enters %s, reaches %s, writes documents %s"
                .formatted(
                        actor.account(),
                        actor.agency(),
                        actor.may(Action.READ_STATISTICS),
                        actor.may(Action.ENTER_STATISTICS),
                        !actor.reach(Action.ENTER_STATISTICS).isEmpty(),
                        actor.may(Action.WRITE_DOCUMENTS));
    }

    @Allows(Action.ENTER_STATISTICS)
    public String write(Actor actor) {
        return "written by " + actor.rolesInRecord();
    }

    @Allows(Action.READ_STATISTICS)
    public String refused() {
        throw new Refused("access.account.notOwnFactors");
    }

    @Allows(Action.READ_STATISTICS)
    public String absent() {
        throw new NotVisible("form");
    }

    @Allows(Action.READ_STATISTICS)
    public String number(@RequestParam("n") int n) {
        return String.valueOf(n);
    }

    @Allows(Action.READ_STATISTICS)
    public String mistake() {
        throw new IllegalStateException("a mistake of ours");
    }

    @Override
    public void close() {
        added.forEach(mapping::unregisterMapping);
    }
}
