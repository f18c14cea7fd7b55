package vn.binhdang.document.reading.extraction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import vn.binhdang.document.UnreadableDocument.Reason;

/** Every file that must be refused, made on the spot, with the reason that the clerk must be told. */
final class HostileFiles {
    record Hostile(byte[] content, Reason reason) {}

    private static final int MEGABYTE = 1 << 20;

    private HostileFiles() {}

    static Map<String, Hostile> all() throws Exception {
        var files = new LinkedHashMap<String, Hostile>();
        put(files, "0-bytes.txt", Reason.EMPTY, new byte[0]);
        put(files, "only-spaces.txt", Reason.EMPTY, " \n\t\n  ".getBytes(StandardCharsets.UTF_8));
        put(
                files,
                "no-words.docx",
                Reason.EMPTY,
                new DocxFile().body(DocxFile.p(" ")).bytes());
        put(files, "no-words.pdf", Reason.EMPTY, new PdfFile().bytes());
        put(files, "no-words.html", Reason.EMPTY, text("<html><body><p>&nbsp;</p></body></html>"));
        put(files, "no-pages.pdf", Reason.NO_PAGES, PdfFile.bytesOf(new PDDocument()));

        put(files, "scan.pdf", Reason.SCAN, new PdfFile().picture().bytes());
        put(files, "stamped-scan.pdf", Reason.SCAN, stampedScan());
        put(
                files,
                "scan.docx",
                Reason.SCAN,
                new DocxFile()
                        .body(DocxFile.p(""))
                        .part("word/media/image1.png", "x")
                        .bytes());

        put(files, "locked.pdf", Reason.ENCRYPTED, lockedPdf());
        put(files, "locked.docx", Reason.ENCRYPTED, lockedDocx());
        put(files, "locked.doc", Reason.ENCRYPTED, lockedDoc());

        put(files, "cut-off.docx", Reason.CORRUPT, firstHalf(plainDocx()));
        put(files, "cut-off.pdf", Reason.CORRUPT, text("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"));
        put(files, "cut-off.doc", Reason.CORRUPT, firstHalf(inventedDoc()));
        put(files, "noise.docx", Reason.CORRUPT, noise());
        put(files, "noise.pdf", Reason.CORRUPT, noise());
        put(
                files,
                "broken-xml.docx",
                Reason.CORRUPT,
                new DocxFile().part("word/document.xml", "<w:document><w:p>").bytes());
        put(
                files,
                "nested.docx",
                Reason.CORRUPT,
                new DocxFile().body("<w:p>".repeat(200_000)).bytes());
        put(files, "nested.pdf", Reason.CORRUPT, text("%PDF-1.7\n1 0 obj\n" + "[".repeat(3_000_000)));
        put(
                files,
                "entities.docx",
                Reason.CORRUPT,
                new DocxFile().part("word/document.xml", billionLaughs()).bytes());
        put(
                files,
                "entity-from-outside.docx",
                Reason.CORRUPT,
                new DocxFile().part("word/document.xml", entityFromOutside()).bytes());

        put(files, "bomb.docx", Reason.EXPANDS_TOO_MUCH, bombDocx("word/document.xml"));
        put(files, "bomb-beside.docx", Reason.EXPANDS_TOO_MUCH, bombDocx("word/media/image1.bmp"));
        put(files, "bomb.pdf", Reason.EXPANDS_TOO_MUCH, bombPdf(false));
        put(files, "bomb-in-bomb.pdf", Reason.EXPANDS_TOO_MUCH, bombPdf(true));

        put(files, "macro.docm", Reason.MACRO, plainDocx());
        put(files, "macro.docx", Reason.MACRO, macroDocx());
        put(files, "macro-type.docx", Reason.MACRO, macroType());
        put(files, "macro.doc", Reason.MACRO, macroDoc());

        put(files, "picture.docx", Reason.WRONG_EXTENSION, text("\u0089PNG\r\n\u001A\n"));
        put(
                files,
                "pdf.docx",
                Reason.WRONG_EXTENSION,
                new PdfFile().text(30, 30, "Kế hoạch").bytes());
        put(files, "docx.pdf", Reason.WRONG_EXTENSION, plainDocx());
        put(files, "docx.txt", Reason.WRONG_EXTENSION, plainDocx());
        put(files, "docx.jpg", Reason.WRONG_EXTENSION, plainDocx());
        put(files, "sheet.docx", Reason.WRONG_EXTENSION, zip("xl/workbook.xml"));
        put(files, "program.pdf", Reason.WRONG_EXTENSION, program());
        put(files, "rtf.doc", Reason.WRONG_EXTENSION, text("{\\rtf1\\ansi Ke hoach}"));
        put(files, "text.pdf", Reason.WRONG_EXTENSION, text("KE HOACH\nThuc hien cong tac binh dang gioi\n"));

        put(files, "sheet.xlsx", Reason.UNKNOWN_FORMAT, zip("xl/workbook.xml"));
        put(files, "picture.jpg", Reason.UNKNOWN_FORMAT, text("\u00FF\u00D8\u00FF\u00E0"));
        put(files, "program.exe", Reason.UNKNOWN_FORMAT, program());
        put(files, "rich.rtf", Reason.UNKNOWN_FORMAT, text("{\\rtf1\\ansi Ke hoach}"));
        put(files, "open.odt", Reason.UNKNOWN_FORMAT, zip("mimetype"));
        put(files, "archive.zip", Reason.UNKNOWN_FORMAT, zip("a.txt"));
        put(files, "noise.bin", Reason.UNKNOWN_FORMAT, noise());

        put(
                files,
                "endless.docx",
                Reason.TOO_LONG,
                new DocxFile().body(DocxFile.p(noWords(9_000_000))).bytes());
        put(files, "endless.txt", Reason.TOO_LONG, text("a ".repeat(4_500_000)));
        return files;
    }

    private static void put(Map<String, Hostile> files, String name, Reason reason, byte[] content) {
        files.put(name, new Hostile(content, reason));
    }

    private static byte[] text(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] plainDocx() {
        return new DocxFile().body(DocxFile.p("Kế hoạch")).bytes();
    }

    static byte[] inventedDoc() throws IOException {
        try (InputStream in = HostileFiles.class.getResourceAsStream("/extraction/invented-plan.doc")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static byte[] firstHalf(byte[] content) {
        return Arrays.copyOf(content, content.length / 2);
    }

    /** The same bytes each time; no format begins so. */
    private static byte[] noise() {
        byte[] noise = new byte[10_000];
        new java.util.Random(7).nextBytes(noise);
        noise[0] = 1;
        return noise;
    }

    /** Letters that do not compress, so that nothing but their number is remarkable. */
    private static String noWords(int length) {
        var random = new java.util.Random(7);
        var letters = new StringBuilder(length);
        for (int i = 0; i < length; i++) letters.append((char) ('a' + random.nextInt(26)));
        return letters.toString();
    }

    private static byte[] program() {
        byte[] program = new byte[4096];
        program[0] = 'M';
        program[1] = 'Z';
        for (int i = 2; i < program.length; i++) program[i] = (byte) (i % 7);
        return program;
    }

    private static byte[] zip(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write('x');
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] stampedScan() {
        return new PdfFile()
                .picture()
                .small(120, 20, "Người ký: Sở Khoa học và Công nghệ")
                .small(120, 24, "Email: vanthu@songlam.example")
                .small(120, 28, "Cơ quan: Tỉnh Sông Lam")
                .small(120, 32, "Thời gian ký: 05.03.2026 10:11:12 +07:00")
                .bytes();
    }

    private static byte[] lockedPdf() throws IOException {
        var file = new PdfFile().text(30, 30, "Kế hoạch");
        file.document().protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
        return file.bytes();
    }

    private static byte[] lockedDocx() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var files = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("reader");
            try (var out = encryptor.getDataStream(files)) {
                out.write(plainDocx());
            }
            files.writeFilesystem(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] lockedDoc() throws IOException {
        var bytes = new ByteArrayOutputStream();
        Biff8EncryptionKey.setCurrentUserPassword("reader");
        try (var document = new HWPFDocument(new java.io.ByteArrayInputStream(inventedDoc()))) {
            document.write(bytes);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        return bytes.toByteArray();
    }

    private static String billionLaughs() {
        var dtd = new StringBuilder("<!DOCTYPE d [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) dtd.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        return dtd + "]><w:document " + DocxFile.NAMESPACES + "><w:body>" + DocxFile.p("&a29;")
                + "</w:body></w:document>";
    }

    private static String entityFromOutside() {
        return "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><w:document " + DocxFile.NAMESPACES
                + "><w:body>" + DocxFile.p("&x;") + "</w:body></w:document>";
    }

    private static byte[] bombDocx(String part) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            if (!part.equals("word/document.xml")) {
                zip.putNextEntry(new ZipEntry("word/document.xml"));
                zip.write(text("<w:document " + DocxFile.NAMESPACES + "/>"));
            }
            zip.putNextEntry(new ZipEntry(part));
            zip.write(text("<w:document " + DocxFile.NAMESPACES + "><w:body>"));
            byte[] spaces = new byte[MEGABYTE];
            Arrays.fill(spaces, (byte) ' ');
            for (int i = 0; i < 400; i++) zip.write(spaces);
        }
        return bytes.toByteArray();
    }

    private static byte[] bombPdf(boolean twice) throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            byte[] packed = deflate(new byte[MEGABYTE], 400);
            COSStream stream = document.getDocument().createCOSStream();
            try (var raw = stream.createRawOutputStream()) {
                raw.write(twice ? deflate(packed, 1) : packed);
            }
            var filters = new COSArray();
            for (int i = 0; i < (twice ? 2 : 1); i++) filters.add(COSName.FLATE_DECODE);
            stream.setItem(COSName.FILTER, filters);
            page.getCOSObject().setItem(COSName.CONTENTS, stream);
            return PdfFile.bytesOf(document);
        }
    }

    private static byte[] deflate(byte[] content, int times) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED))) {
            for (int i = 0; i < times; i++) out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] macroDocx() {
        return new DocxFile()
                .body(DocxFile.p("Kế hoạch"))
                .part("word/vbaProject.bin", "x")
                .bytes();
    }

    private static byte[] macroType() {
        return new DocxFile()
                .body(DocxFile.p("Kế hoạch"))
                .part(
                        "[Content_Types].xml",
                        "<Types><Override PartName=\"/word/document.xml\""
                                + " ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>")
                .bytes();
    }

    private static byte[] macroDoc() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var files = new POIFSFileSystem(new java.io.ByteArrayInputStream(inventedDoc()))) {
            files.getRoot().createDirectory("Macros").createDirectory("VBA");
            files.writeFilesystem(bytes);
        }
        return bytes.toByteArray();
    }
}
