package vn.binhdang.execution.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceKindTest {
    @TempDir
    private Path folder;

    @Test
    void what_offices_bring_is_accepted() throws IOException {
        assertThat(refusal("bien-ban.pdf", bytes("%PDF-1.4"))).isEmpty();
        assertThat(refusal("phim.mp4", FilmTest.film())).isEmpty();
        assertThat(refusal("bao-cao.docx", office("wordprocessingml.document.main+xml")))
                .isEmpty();
        assertThat(refusal("bang.ods", openDocument("spreadsheet"))).isEmpty();
        assertThat(refusal("danh-sach.csv", bytes("họ tên;đơn vị"))).isEmpty();
        assertThat(refusal("cu.doc", ole("WordDocument"))).isEmpty();
    }

    @Test
    void programs_are_refused_whatever_they_are_called() throws IOException {
        assertThat(refusal("anh.jpg", bytes("MZ\u0090"))).contains("execution.evidence.refused.program");
        assertThat(refusal("anh.pdf", bytes("\u007fELF"))).contains("execution.evidence.refused.program");
        assertThat(refusal("ghi-chu.txt", bytes("#!/bin/sh"))).contains("execution.evidence.refused.program");
    }

    @Test
    void a_good_content_under_the_name_of_a_program_is_refused() throws IOException {
        assertThat(refusal("bien-ban.exe", bytes("%PDF-1.4"))).contains("execution.evidence.refused.extension");
        assertThat(refusal("bien-ban", bytes("%PDF-1.4"))).contains("execution.evidence.refused.extension");
    }

    @Test
    void macros_are_refused_in_new_and_old_office_files() throws IOException {
        assertThat(refusal("bang.xlsx", zip("[Content_Types].xml", "xl/vbaProject.bin")))
                .contains("execution.evidence.refused.macros");
        assertThat(refusal("bang.xls", ole("_VBA_PROJECT_CUR"))).contains("execution.evidence.refused.macros");
        assertThat(refusal("mau.odt", zip("mimetype", "Basic/script-lc.xml")))
                .contains("execution.evidence.refused.macros");
    }

    @Test
    void a_zip_of_anything_and_a_page_of_the_web_are_refused() throws IOException {
        assertThat(refusal("anh.docx", zip("a.jpg", "b.jpg"))).contains("execution.evidence.refused.kind");
        assertThat(refusal("anh.docx", zip("[Content_Types].xml", "mimetype", "a.exe")))
                .contains("execution.evidence.refused.kind");
        assertThat(refusal("bang.docx", office("spreadsheetml.sheet.main+xml")))
                .contains("execution.evidence.refused.kind");
        assertThat(refusal("bang.odt", openDocument("spreadsheet"))).contains("execution.evidence.refused.kind");
        assertThat(refusal("trang.html", bytes("<html>"))).contains("execution.evidence.refused.kind");
        assertThat(refusal("so-lieu.txt", new byte[] {'a', 0, 'b'})).contains("execution.evidence.refused.kind");
    }

    @Test
    void what_only_begins_as_a_film_is_refused() throws IOException {
        assertThat(refusal("phim.mp4", bytes("\0\0\0\u0018ftypabcd"))).contains("execution.evidence.refused.kind");
    }

    @Test
    void pictures_that_most_computers_cannot_open_are_refused_with_what_to_do() throws IOException {
        assertThat(refusal("anh.heic", bytes("\0\0\0\u0018ftypheic"))).contains("execution.evidence.refused.asJpeg");
        assertThat(refusal("anh.webp", bytes("RIFF0000WEBPVP8 "))).contains("execution.evidence.refused.asJpeg");
        assertThat(EvidenceKind.accepted()).doesNotContain("heic", "webp", "image/*");
    }

    @Test
    void damaged_and_empty_files_are_refused() throws IOException {
        assertThat(refusal("a.docx", bytes("PK\u0003\u0004 đứt"))).contains("execution.evidence.refused.damaged");
        byte[] ole = ole("WordDocument");
        assertThat(refusal("a.doc", java.util.Arrays.copyOf(ole, 600))).contains("execution.evidence.refused.damaged");
        assertThat(refusal("a.pdf", new byte[0])).contains("execution.evidence.refused.empty");
    }

    private Optional<String> refusal(String name, byte[] content) throws IOException {
        return EvidenceKind.refusal(Files.write(folder.resolve("content"), content), name);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] office(String contentType) throws IOException {
        return zipOf("[Content_Types].xml", "<Override ContentType=\"application/vnd." + contentType + "\"/>");
    }

    private static byte[] openDocument(String kind) throws IOException {
        return zipOf("mimetype", "application/vnd.oasis.opendocument." + kind);
    }

    private static byte[] zipOf(String name, String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes(content));
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] ole(String part) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var storage = new POIFSFileSystem()) {
            storage.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), "Content");
            storage.getRoot().createDirectory(part);
            storage.writeFilesystem(bytes);
        }
        return bytes.toByteArray();
    }
}
