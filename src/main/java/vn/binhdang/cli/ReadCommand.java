package vn.binhdang.cli;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import vn.binhdang.document.DocumentJson;
import vn.binhdang.document.DocumentReader;
import vn.binhdang.document.UnreadableDocument;
import vn.binhdang.document.UnreadableDocument.Reason;
import vn.binhdang.document.checking.DocumentChecker;
import vn.binhdang.web.Text;

/** {@code read FILE...}: one line of JSON for each file, in the order given; a file that fails does not stop the others. */
final class ReadCommand {
    private final PrintStream out;
    private final PrintStream err;
    private final Text words;
    private final DocumentReader reader = new DocumentReader();
    private final DocumentChecker checker = new DocumentChecker();

    ReadCommand(PrintStream out, PrintStream err, Text words) {
        this.out = out;
        this.err = err;
        this.words = words;
    }

    int run(List<String> files) {
        int status = ExitStatus.DONE;
        for (String file : files) {
            try {
                var read = reader.read(pathOf(file));
                out.println(DocumentJson.of(file, read, checker.check(read), words));
            } catch (UnreadableDocument refusal) {
                out.println(DocumentJson.of(file, refusal, words));
                status = ExitStatus.SOME_FAILED;
            } catch (RuntimeException | StackOverflowError defect) {
                // Ours, not the file's; but the files after it are not to suffer for it.
                out.println(DocumentJson.error(file, "cli.failed", words.of("cli.failed")));
                defect.printStackTrace(err);
                status = ExitStatus.SOME_FAILED;
            }
        }
        return status;
    }

    static Path pathOf(String file) throws UnreadableDocument {
        try {
            return Path.of(file);
        } catch (InvalidPathException impossibleName) {
            throw new UnreadableDocument(Reason.NOT_FOUND);
        }
    }
}
