package vn.binhdang.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.DocumentReader;
import vn.binhdang.document.Finding;
import vn.binhdang.document.Finding.Severity;
import vn.binhdang.document.ReadDocument;
import vn.binhdang.document.UnreadableDocument;
import vn.binhdang.document.checking.DocumentChecker;
import vn.binhdang.document.checking.LayoutFacts;
import vn.binhdang.web.Text;

/**
 * {@code check FILE...}: what reader and checker find, one finding per line: file, severity, code, line of the text (empty
 * when it is about the whole), sentence, with tabs between. Findings are data, so they go to standard output; a file that
 * cannot be read is a message.
 */
final class CheckCommand {
    /** The documents went out already: a missing number or day is an error and no reminder. */
    static final String ISSUED = "--issued";

    private final PrintStream out;
    private final PrintStream err;
    private final Text words;
    private final DocumentReader reader = new DocumentReader();
    private final DocumentChecker checker = new DocumentChecker();

    CheckCommand(PrintStream out, PrintStream err, Text words) {
        this.out = out;
        this.err = err;
        this.words = words;
    }

    /** A file that cannot be read weighs more than errors in those that can: the answer is not complete. */
    int run(List<String> arguments) {
        boolean issued = arguments.contains(ISSUED);
        var files =
                arguments.stream().filter(argument -> !argument.equals(ISSUED)).toList();
        boolean errors = false;
        boolean failed = false;
        for (String file : files) {
            try {
                for (Finding finding : findings(ReadCommand.pathOf(file), issued)) {
                    out.println(line(file, finding));
                    errors |= finding.severity() == Severity.ERROR;
                }
            } catch (UnreadableDocument refusal) {
                err.println(file + ": "
                        + words.of(refusal.messageKey(), refusal.arguments().toArray()));
                failed = true;
            }
        }
        if (failed) return ExitStatus.SOME_FAILED;
        return errors ? ExitStatus.ERRORS_FOUND : ExitStatus.DONE;
    }

    private List<Finding> findings(Path file, boolean issued) throws UnreadableDocument {
        ReadDocument read = reader.read(file);
        LayoutFacts layout = layoutOf(file, read);
        var findings = new ArrayList<>(read.source().notices());
        findings.addAll(read.document().findings());
        if (issued) findings.addAll(checker.checkIssued(read, layout));
        else findings.addAll(layout == null ? checker.check(read) : checker.check(read, layout));
        return findings;
    }

    /** Null for formats without pages, and for a file whose text can be read but not its layout. */
    private static @Nullable LayoutFacts layoutOf(Path file, ReadDocument read) {
        try {
            return switch (read.source().format()) {
                case DOCX -> LayoutFacts.ofDocx(Files.readAllBytes(file));
                case PDF -> LayoutFacts.ofPdf(Files.readAllBytes(file));
                default -> null;
            };
        } catch (IOException unknown) {
            return null;
        }
    }

    private String line(String file, Finding finding) {
        return String.join(
                "\t",
                file,
                finding.severity().name().toLowerCase(Locale.ROOT),
                finding.code(),
                finding.line() == null ? "" : finding.line().toString(),
                words.of(finding.code(), finding.arguments().toArray()));
    }
}
