package vn.binhdang.document.issuing;

import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.document.approval.Printables;
import vn.binhdang.files.FileId;
import vn.binhdang.files.Files;
import vn.binhdang.files.StoredFile;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;

/** The files of a document: those it was issued with, and a look at a draft. */
@Component
public class DocumentFiles {
    public static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public static final String PDF = "application/pdf";

    private final OutgoingDocuments documents;
    private final Printables printables;
    private final Typesetter typesetter;
    private final Files files;

    DocumentFiles(OutgoingDocuments documents, Printables printables, Typesetter typesetter, Files files) {
        this.documents = documents;
        this.printables = printables;
        this.typesetter = typesetter;
        this.files = files;
    }

    public StoredFile docx(Actor actor, DocumentId id) {
        return stored(actor, documents.find(actor, id).docxFileId());
    }

    public StoredFile pdf(Actor actor, DocumentId id) {
        return stored(actor, documents.find(actor, id).pdfFileId());
    }

    /** The caller closes. */
    public InputStream open(StoredFile file) {
        return files.open(file);
    }

    /** @throws NotVisible once the document is issued: then its own file is the only one */
    public byte[] draftPdf(Actor actor, DocumentId id) {
        var document = documents.find(actor, id);
        if (document.state().issued()) throw new NotVisible("draft of issued document " + id);
        return typesetter.pdf(printables.of(actor, document).content());
    }

    private StoredFile stored(Actor actor, @Nullable UUID file) {
        if (file == null) throw new NotVisible("file of a draft");
        return files.find(actor, new FileId(file));
    }
}
