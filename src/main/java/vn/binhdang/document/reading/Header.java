package vn.binhdang.document.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.PartialDate;

/**
 * What stands above the title: parent and issuing agency on the left, national name on the right, number and symbol,
 * place and date, and the subject of a letter. The two columns may come in any order, or merged in one line.
 */
record Header(
        @Nullable String parentAgency,
        @Nullable String issuingAgency,
        @Nullable String number,
        @Nullable String symbol,
        @Nullable String place,
        @Nullable PartialDate date,
        @Nullable String letterSubject,
        boolean hasNationalName,
        @Nullable Integer numberLine,
        @Nullable Integer dateLine) {

    static Header read(List<TextLine> lines) {
        var reading = new Reading();
        for (int i = 0; i < lines.size(); i++) i = reading.read(lines, i);
        return reading.header();
    }

    private static final class Reading {
        private final List<String> agencyLines = new ArrayList<>();
        private @Nullable String number;
        private @Nullable String symbol;
        private @Nullable IssueDate issued;
        private @Nullable String subject;
        private boolean national;
        private String restOfName = "";
        private @Nullable Integer numberLine;
        private @Nullable Integer dateLine;

        /** Reads the line at {@code i}, with those after it that it needs; the last line read. */
        int read(List<TextLine> lines, int i) {
            var line = lines.get(i);
            var cut = HeaderLines.withoutNational(line.text(), restOfName);
            restOfName = cut.rest();
            var text = cut.text();
            national |= text.length() < line.text().length();
            if (text.isBlank() || HeaderLines.isStamp(text)) return i;
            int end = i;
            if (subject == null && Subject.isLetterSubject(text)) return readSubject(lines, i, text);
            if (endsOpen(text) && i + 1 < lines.size())
                text = text + " " + lines.get(end = i + 1).text();
            if (issued == null && IssueDate.isIn(text)) text = withoutDate(lines, i, text);
            else if (issued == null && end == i && splitDate(lines, i)) {
                text = withoutDate(lines, i, text + " " + lines.get(i + 1).text());
                end = i + 1;
            }
            if (symbol == null) text = withoutNumber(line.number(), text);
            text = text.strip();
            if (!text.isEmpty() && isAgencyLine(text)) agencyLines.add(text);
            return end;
        }

        /** A lone "Số:" whose number was pushed to the next line. */
        private boolean endsOpen(String text) {
            return symbol == null && Words.withoutEndMark(Words.lower(text)).equals("số");
        }

        /** "Thành phố Hồ" / "Chí Minh, ngày 19 …", "Đồng Tháp, ngày" / "27 tháng 11 …": the date broken in two. */
        private static boolean splitDate(List<TextLine> lines, int i) {
            if (i + 1 >= lines.size() || lines.get(i).text().length() > 60) return false;
            var next = lines.get(i + 1);
            var text = lines.get(i).text();
            if (Words.isUpperCase(text) || HeaderLines.isNational(text)) return false;
            if (IssueDate.isIn(next.text())) return !next.breakBefore() && !HeaderLines.isNumber(text);
            return IssueDate.isIn(text + " " + next.text());
        }

        private String withoutDate(List<TextLine> lines, int i, String text) {
            issued = IssueDate.find(text);
            dateLine = lines.get(i).number();
            return issued == null
                    ? text
                    : text.substring(0, issued.from()) + " " + text.substring(Math.min(issued.end(), text.length()));
        }

        private String withoutNumber(int line, String text) {
            var found = NumberAndSymbol.find(text);
            if (found == null) return text;
            number = found.number();
            symbol = found.symbol();
            numberLine = line;
            return text.substring(0, found.from()) + " " + text.substring(found.end());
        }

        private int readSubject(List<TextLine> lines, int i, String text) {
            var joined = new StringBuilder(Subject.withoutAbbreviation(text));
            int last = i;
            while (last + 1 < lines.size() && Subject.continuesLetterSubject(lines.get(last + 1), joined)) {
                joined.append(' ').append(lines.get(++last).text());
            }
            subject = Words.withoutEndMark(joined.toString().strip());
            return last;
        }

        private static boolean isAgencyLine(String text) {
            return text.length() < 120
                    && (Words.isUpperCase(text) || Agencies.isHead(text) && text.length() < 80)
                    && text.indexOf('@') < 0
                    && !Character.isDigit(text.charAt(0));
        }

        Header header() {
            var names = Agencies.join(agencyLines);
            var issuer = names.isEmpty() ? null : names.getLast();
            var parent = names.size() < 2 ? null : String.join(" ", names.subList(0, names.size() - 1));
            return new Header(
                    parent,
                    issuer,
                    number,
                    symbol,
                    issued == null ? null : issued.place(),
                    issued == null ? null : issued.date(),
                    subject,
                    national,
                    numberLine,
                    dateLine);
        }
    }
}
