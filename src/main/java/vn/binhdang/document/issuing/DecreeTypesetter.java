package vn.binhdang.document.issuing;

import org.springframework.stereotype.Component;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.writing.DocumentWriter;

@Component
class DecreeTypesetter implements Typesetter {
    private final DocumentWriter writer = new DocumentWriter();

    @Override
    public byte[] docx(AdministrativeDocument document) {
        return writer.docx(document);
    }

    @Override
    public byte[] pdf(AdministrativeDocument document) {
        return writer.pdf(document);
    }
}
