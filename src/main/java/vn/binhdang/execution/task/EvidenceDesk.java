package vn.binhdang.execution.task;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.binhdang.files.ArrivingFileId;
import vn.binhdang.files.ArrivingFiles;
import vn.binhdang.kernel.Actor;

/** Where what comes with a form and what came in parts before it are put together. */
@Component
public class EvidenceDesk {
    private final ArrivingFiles arriving;

    EvidenceDesk(ArrivingFiles arriving) {
        this.arriving = arriving;
    }

    public Brought open(Actor actor, SentFiles sent, LinkForm link) throws IOException {
        var named = sent.arrived() == null
                ? List.<ArrivingFileId>of()
                : sent.arrived().stream().distinct().toList();
        var arrived = named.stream()
                .flatMap(id -> arriving.findWhole(actor, id).stream())
                .toList();
        var files = new ArrayList<>(Upload.of(sent.files() == null ? List.of() : sent.files()));
        var brought = new Brought(files, arrived, arrived.size() < named.size(), link);
        try {
            for (var file : arrived) files.add(Upload.of(file, arriving.content(file.id())));
            return brought;
        } catch (IOException e) {
            brought.close();
            throw e;
        }
    }
}
