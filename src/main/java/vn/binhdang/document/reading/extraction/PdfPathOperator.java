package vn.binhdang.document.reading.extraction;

import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;

/** One operator that draws a path, made into {@link PdfRulings}; curves are left out. */
final class PdfPathOperator extends OperatorProcessor {
    /** All that draw, paint or drop a path. */
    static final List<String> NAMES =
            List.of("m", "l", "re", "h", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n", "c", "v", "y");

    private final String name;
    private final PDFStreamEngine engine;
    private final PdfRulings rulings;

    PdfPathOperator(String name, PDFStreamEngine engine, PdfRulings rulings) {
        super(engine);
        this.name = name;
        this.engine = engine;
        this.rulings = rulings;
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) {
        switch (name) {
            case "m" -> {
                if (operands.size() >= 2) rulings.moveTo(engine.transformedPoint(at(operands, 0), at(operands, 1)));
            }
            case "l" -> {
                if (operands.size() >= 2) rulings.lineTo(engine.transformedPoint(at(operands, 0), at(operands, 1)));
            }
            case "c", "v", "y" -> {
                int last = operands.size() - 2;
                if (last >= 0) rulings.moveTo(engine.transformedPoint(at(operands, last), at(operands, last + 1)));
            }
            case "re" -> {
                if (operands.size() >= 4) rectangle(operands);
            }
            case "h" -> rulings.closePath();
            case "S" -> rulings.stroke();
            case "s", "b", "b*" -> {
                rulings.closePath();
                rulings.stroke();
            }
            case "f", "F", "f*" -> rulings.fill();
            case "B", "B*" -> rulings.stroke();
            default -> rulings.discard();
        }
    }

    private void rectangle(List<COSBase> operands) {
        float x = at(operands, 0);
        float y = at(operands, 1);
        rulings.rectangle(
                engine.transformedPoint(x, y), engine.transformedPoint(x + at(operands, 2), y + at(operands, 3)));
    }

    private static float at(List<COSBase> operands, int index) {
        return operands.get(index) instanceof COSNumber number ? number.floatValue() : 0;
    }

    @Override
    public String getName() {
        return name;
    }
}
