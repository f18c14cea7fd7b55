package vn.binhdang.document.issuing;

import vn.binhdang.document.AdministrativeDocument;

/** Makes the files of a document. A seam, so that tests can see what happens when it fails. */
public interface Typesetter {
    byte[] docx(AdministrativeDocument document);

    byte[] pdf(AdministrativeDocument document);
}
