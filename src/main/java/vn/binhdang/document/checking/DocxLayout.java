package vn.binhdang.document.checking;

import static vn.binhdang.document.checking.DocxParts.attribute;
import static vn.binhdang.document.checking.DocxParts.number;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.checking.DocxStyles.Face;
import vn.binhdang.document.checking.LayoutFacts.Origin;

/** Walks word/document.xml once and notes the first section and in which font how many letters are set. */
final class DocxLayout implements DocxParts.Visitor {
    private static final double TWIPS_PER_INCH = 1440;
    private static final Pattern PAGE_FIELD = Pattern.compile("(?:^|\\s)PAGE(?:\\s|$)");

    /** A "letter" paper is what Word takes when a file names no size. */
    private static final double[] UNNAMED_PAPER = {12240, 15840};

    private final DocxParts parts;
    private final Map<String, String> targets = new HashMap<>();
    private final Map<String, String> marginals = new HashMap<>();
    private final Map<String, Double> section = new HashMap<>();
    private final Map<Face, Integer> letters = new HashMap<>();
    private DocxStyles styles = new DocxStyles();
    private int sections;
    private boolean inSection;
    private boolean titlePage;
    private int tables;
    private boolean inRun;
    private boolean inText;
    private @Nullable String paragraphStyle;
    private Face run = Face.UNSAID;

    DocxLayout(DocxParts parts) {
        this.parts = parts;
    }

    LayoutFacts facts() throws IOException {
        styles = DocxStyles.of(parts);
        parts.walk("word/_rels/document.xml.rels", (name, element) -> {
            String id = attribute(element, "Id");
            String target = attribute(element, "Target");
            if (name.equals("Relationship") && id != null && target != null) targets.put(id, target);
        });
        parts.walk("word/document.xml", this);
        Face body = letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Face.UNSAID);
        return new LayoutFacts(
                Origin.DECLARED,
                null,
                millimetres(section.getOrDefault("w", UNNAMED_PAPER[0])),
                millimetres(section.getOrDefault("h", UNNAMED_PAPER[1])),
                margin("top"),
                margin("bottom"),
                margin("left"),
                margin("right"),
                body.family(),
                body.size(),
                numbersFirstPage());
    }

    @Override
    public void start(String name, XMLStreamReader element) {
        switch (name) {
            case "tbl" -> tables++;
            case "p" -> paragraphStyle = null;
            case "pStyle" -> paragraphStyle = attribute(element, "val");
            case "r" -> {
                inRun = true;
                run = Face.UNSAID;
            }
            case "rFonts" -> {
                if (inRun) run = new Face(styles.family(element), run.size());
            }
            case "sz" -> {
                if (inRun) run = new Face(run.family(), DocxStyles.halfPoints(element));
            }
            case "t" -> inText = true;
            case "sectPr" -> inSection = ++sections == 1;
            default -> {
                if (inSection) startInSection(name, element);
            }
        }
    }

    private void startInSection(String name, XMLStreamReader element) {
        switch (name) {
            case "pgSz" -> note(element, "w", "h");
            case "pgMar" -> note(element, "top", "bottom", "left", "right");
            case "titlePg" ->
                titlePage = !"0".equals(attribute(element, "val")) && !"false".equals(attribute(element, "val"));
            case "headerReference", "footerReference" -> {
                String id = attribute(element, "id");
                String target = id == null ? null : targets.get(id);
                if (target != null) marginals.put(name + " " + attribute(element, "type"), target);
            }
            default -> {
                // columns, line numbers and the like are not measured
            }
        }
    }

    @Override
    public void text(String text) {
        // The heading and the signature stand in tables, in other sizes; they are not the running text.
        if (inText && tables == 0) {
            Face face = run.over(styles.of(paragraphStyle));
            int count = (int) text.chars().filter(Character::isLetterOrDigit).count();
            letters.merge(face, count, Integer::sum);
        }
    }

    @Override
    public void end(String name) {
        switch (name) {
            case "tbl" -> tables--;
            case "r" -> inRun = false;
            case "t" -> inText = false;
            case "sectPr" -> inSection = false;
            default -> {
                // the other elements hold nothing open
            }
        }
    }

    private void note(XMLStreamReader element, String... names) {
        for (String name : names) {
            Double value = number(element, name);
            if (value != null) section.put(name, value);
        }
    }

    /** Word writes a negative margin for one that its header may not push down. */
    private @Nullable Double margin(String side) {
        Double twips = section.get(side);
        return twips == null ? null : millimetres(Math.abs(twips));
    }

    private static double millimetres(double twips) {
        return twips / TWIPS_PER_INCH * LayoutFacts.MM_PER_INCH;
    }

    /** A section with a title page has a header of its own for it, else the first page shows what every page shows. */
    private boolean numbersFirstPage() throws IOException {
        String type = titlePage ? "first" : "default";
        return hasPageField(marginals.get("headerReference " + type))
                || hasPageField(marginals.get("footerReference " + type));
    }

    private boolean hasPageField(@Nullable String part) throws IOException {
        if (part == null) return false;
        var fields = new StringBuilder();
        boolean[] inField = {false};
        parts.walk("word/" + part, new DocxParts.Visitor() {
            @Override
            public void start(String name, XMLStreamReader element) {
                if (name.equals("fldSimple"))
                    fields.append(' ').append(attribute(element, "instr")).append(' ');
                if (name.equals("pgNum")) fields.append(" PAGE ");
                inField[0] = name.equals("instrText");
            }

            @Override
            public void end(String name) {
                inField[0] = false;
            }

            @Override
            public void text(String text) {
                if (inField[0]) fields.append(text);
            }
        });
        return PAGE_FIELD.matcher(fields).find();
    }
}
