package vn.binhdang.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.DocumentJson;
import vn.binhdang.document.MalformedJson;
import vn.binhdang.document.writing.DocumentWriter;
import vn.binhdang.web.Text;

/** {@code write FILE.json --docx OUT --pdf OUT}: typesets a document given as JSON, in one or both formats. */
final class WriteCommand {
    /** What is to be done; empty when the arguments do not say it. */
    private record Order(Path json, Map<String, Path> outputs) {
        static Optional<Order> of(List<String> arguments) {
            var rest = new ArrayDeque<>(arguments);
            var outputs = new LinkedHashMap<String, Path>();
            Path json = null;
            try {
                while (!rest.isEmpty()) {
                    String argument = rest.pop();
                    boolean output = argument.equals("--docx") || argument.equals("--pdf");
                    if (output && !rest.isEmpty()) outputs.put(argument, Path.of(rest.pop()));
                    else if (!output && !argument.startsWith("--") && json == null) json = Path.of(argument);
                    else return Optional.empty();
                }
            } catch (InvalidPathException impossibleName) {
                return Optional.empty();
            }
            return json == null || outputs.isEmpty() ? Optional.empty() : Optional.of(new Order(json, outputs));
        }
    }

    private final PrintStream err;
    private final Text words;

    WriteCommand(PrintStream err, Text words) {
        this.err = err;
        this.words = words;
    }

    /** Empty when the command was given wrongly. */
    Optional<Integer> run(List<String> arguments) {
        return Order.of(arguments).map(this::run);
    }

    private int run(Order order) {
        try {
            var document = DocumentJson.parse(Files.readString(order.json()));
            for (var output : order.outputs().entrySet()) if (!write(document, output)) return ExitStatus.SOME_FAILED;
            return ExitStatus.DONE;
        } catch (MalformedJson malformed) {
            say(order.json(), malformed.messageKey(), malformed.arguments().toArray());
        } catch (NoSuchFileException missing) {
            say(order.json(), "document.unreadable.notFound");
        } catch (CharacterCodingException noText) {
            say(order.json(), "document.json.notDocument");
        } catch (IOException unreadable) {
            say(order.json(), "document.unreadable.corrupt");
        }
        return ExitStatus.SOME_FAILED;
    }

    private boolean write(AdministrativeDocument document, Map.Entry<String, Path> output) {
        var writer = new DocumentWriter();
        byte[] bytes = output.getKey().equals("--pdf") ? writer.pdf(document) : writer.docx(document);
        try {
            Files.write(output.getValue(), bytes);
            say(output.getValue(), "cli.written", bytes.length);
            return true;
        } catch (IOException refused) {
            say(output.getValue(), "cli.notWritten");
            return false;
        }
    }

    private void say(Path file, String key, Object... arguments) {
        err.println(file + ": " + words.of(key, arguments));
    }
}
