package vn.binhdang.document.writing;

import static vn.binhdang.document.writing.DecreeLayout.BOTTOM_MM;
import static vn.binhdang.document.writing.DecreeLayout.LEFT_MM;
import static vn.binhdang.document.writing.DecreeLayout.LONG_EDGE_MM;
import static vn.binhdang.document.writing.DecreeLayout.RIGHT_MM;
import static vn.binhdang.document.writing.DecreeLayout.SHORT_EDGE_MM;
import static vn.binhdang.document.writing.DecreeLayout.TOP_MM;

import java.util.Locale;

/** {@link DecreeLayout} and {@link PartStyle} said in CSS, for {@link PdfPrinter}. Written once, it never changes. */
final class PageCss {
    private PageCss() {}

    static final String FAMILY = "Liberation Serif";
    static final String UPRIGHT = "upright";
    static final String LANDSCAPE = "landscape";

    static final String TEXT = pages() + frame() + styles();

    private static String pages() {
        // last-except: no number on the page where a sheet begins, which its number element does too
        var page = """
            @page %s {
              size: %smm %smm; margin: %smm %smm %smm %smm;
              @top-center { content: element(page-number, last-except); vertical-align: top; padding-top: %smm; }
            }
            """;
        return page.formatted(UPRIGHT, SHORT_EDGE_MM, LONG_EDGE_MM, TOP_MM, RIGHT_MM, BOTTOM_MM, LEFT_MM, number())
                + page.formatted(LANDSCAPE, LONG_EDGE_MM, SHORT_EDGE_MM, TOP_MM, RIGHT_MM, BOTTOM_MM, LEFT_MM, number())
                // the renderer lays all text out for the first page's width: a page on its side says its own
                + ".%s { page: %s; width: %smm; }\n".formatted(UPRIGHT, UPRIGHT, DecreeLayout.textWidthMm(false))
                + ".%s { page: %s; width: %smm; }\n".formatted(LANDSCAPE, LANDSCAPE, DecreeLayout.textWidthMm(true))
                + """
                .sheet { -fs-page-sequence: start; }
                .sheet + .sheet { page-break-before: always; }
                .page-number { position: running(page-number); }
                .page-number span::before { content: counter(page); }
                """;
    }

    private static double number() {
        return DecreeLayout.PAGE_NUMBER_MM;
    }

    private static String frame() {
        return """
            body { margin: 0; font-family: "%s"; color: black; }
            p, h1, h2, h3, h4, h5, h6, ul, li { margin: 0; padding: 0; font-weight: normal; font-size: 14pt; }
            p, h1, h2, h3, h4, h5, h6, li { word-wrap: break-word; orphans: 2; widows: 2; }
            ul { list-style-type: none; }
            .Number, .PlaceAndDate, .AnnexOrigin { white-space: pre-wrap; }
            b { font-weight: bold; }
            .kept { page-break-after: avoid; }
            .rule { height: 0; border-top: %spt solid black; margin: %spt auto 0 auto; }
            .columns { display: table; table-layout: fixed; border-spacing: 0; page-break-inside: avoid; }
            .row { display: table-row; page-break-inside: avoid; }
            .column { display: table-cell; vertical-align: top; padding: 0; }
            table { table-layout: fixed; border-collapse: collapse; margin: %spt 0 0 0; -fs-table-paginate: paginate; }
            th, td { border: 0.5pt solid black; padding: 0 %smm %spt %smm; vertical-align: middle; }
            td { vertical-align: top; }
            .short { page-break-inside: avoid; }
            """.formatted(
                        FAMILY,
                        DecreeLayout.RULE_THICKNESS_PT,
                        DecreeLayout.RULE_GAP_PT,
                        PartStyle.BODY.abovePt(),
                        DecreeLayout.CELL_PADDING_MM,
                        DecreeLayout.CELL_BELOW_PT,
                        DecreeLayout.CELL_PADDING_MM);
    }

    private static String styles() {
        var css = new StringBuilder();
        for (var style : PartStyle.values()) css.append(style(style));
        return css.toString();
    }

    private static String style(PartStyle style) {
        return String.format(
                Locale.ROOT,
                """
                .%s { font-size: %spt; font-weight: %s; font-style: %s; text-align: %s; text-indent: %smm; \
                margin-top: %spt; line-height: %.4f; }
                """,
                style.id(),
                style.sizePt(),
                style.bold() ? "bold" : "normal",
                style.italic() ? "italic" : "normal",
                switch (style.alignment()) {
                    case LEFT -> "left";
                    case CENTRE -> "center";
                    case JUSTIFIED -> "justify";
                },
                style.firstLineMm(),
                style.abovePt(),
                style.lineSpacing() * DecreeLayout.SINGLE_LINE);
    }
}
