package vn.binhdang.execution.task;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.binhdang.files.ArrivingFiles;
import vn.binhdang.files.ArrivingFiles.ArrivingFile;
import vn.binhdang.kernel.Actor;

/** Where what comes with a form and what came in parts before it are put together. */
@Component
public class EvidenceDesk {
    private final ArrivingFiles arriving;

    EvidenceDesk(ArrivingFiles arriving) {
        this.arriving = arriving;
    }

    /**
     * @throws vn.binhdang.kernel.NotVisible when one of those that came before is gone, or somebody else's
     * @throws vn.binhdang.kernel.Refused when one of them is still on its way
     */
    public Brought open(Actor actor, SentFiles sent, LinkForm link) throws IOException {
        var arrived = arrived(actor, sent);
        var files = new ArrayList<>(Upload.of(sent.files() == null ? List.of() : sent.files()));
        var brought = new Brought(files, arrived, link);
        try {
            for (var file : arrived) files.add(Upload.of(file, arriving.content(file.id())));
            return brought;
        } catch (IOException e) {
            brought.close();
            throw e;
        }
    }

    private List<ArrivingFile> arrived(Actor actor, SentFiles sent) {
        if (sent.arrived() == null) return List.of();
        return sent.arrived().stream()
                .distinct()
                .map(id -> arriving.findWhole(actor, id))
                .toList();
    }

    /** The form was taken in, and with it what came before it. */
    public void taken(Actor actor, Brought brought) {
        brought.arrived().forEach(file -> arriving.forget(actor, file.id()));
    }
}
