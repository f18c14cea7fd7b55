package vn.binhdang.document.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.CitedDocument;
import vn.binhdang.document.Lines;

/** Documents cited in running text: by number and symbol ("57-NQ/TW"), or a law by its name and date. */
final class Citations {
    /** The name of a law and its date stand within this many characters. */
    private static final int LONGEST_NAME = 320;

    private Citations() {}

    /**
     * One mention.
     *
     * @param from where it begins, its type included
     * @param end after its number, or after its name
     */
    record Mention(
            @Nullable String type,
            @Nullable String number,
            @Nullable String name,
            @Nullable LocalDate date,
            @Nullable String issuer,
            int from,
            int end) {

        Mention withDate(@Nullable LocalDate other, @Nullable String itsIssuer) {
            return new Mention(type, number, name, other, issuer == null ? itsIssuer : issuer, from, end);
        }

        CitedDocument at(Lines lines) {
            return new CitedDocument(type, number, name, date, issuer, lines);
        }
    }

    /** All mentions of a text, in its order. */
    static List<Mention> in(String text, String lower) {
        var mentions = new ArrayList<Mention>();
        var laws = new Laws(lower);
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c <= '9') {
                if (c < '0') continue;
                int end = CitationNumber.end(text, lower, at);
                if (end > at) mentions.add(numbered(text, lower, at, end));
                at = Math.max(end, Dates.digits(text, at, 20)) - 1;
            } else if (at >= laws.next && laws.begins(at)) {
                var named = named(text, lower, at);
                if (named != null) mentions.add(named);
                if (named != null) at = named.end() - 1;
            }
        }
        shareDates(mentions, lower);
        return mentions;
    }

    private static Mention numbered(String text, String lower, int at, int end) {
        int from = CitationNumber.typeStart(lower, at);
        var type = from < 0 ? null : DocumentTypes.citedAt(lower, from);
        var after = After.read(text, lower, end);
        return new Mention(
                type == null ? null : DocumentTypes.capitalised(type),
                text.substring(at, end).replace(" ", ""),
                null,
                after.date(),
                after.issuer(),
                from < 0 ? at : from,
                end);
    }

    /** Where the words "luật" and "pháp lệnh" stand, each looked for once over the whole text. */
    private static final class Laws {
        private final String lower;
        private int law = -1;
        private int ordinance = -1;
        /** before this place there is none */
        private int next;

        Laws(String lower) {
            this.lower = lower;
        }

        boolean begins(int at) {
            if (law < at) law = next("luật", at);
            if (ordinance < at) ordinance = next("pháp lệnh", at);
            next = Math.min(law, ordinance);
            if (next > at) return false;
            next = at + 1;
            return true;
        }

        private int next(String word, int from) {
            int found = Words.find(lower, word, from);
            return found < 0 ? Integer.MAX_VALUE : found;
        }
    }

    /** "Luật Phòng, chống thiên tai ngày 19 tháng 6 năm 2013"; a law without a date or with a number is not named here. */
    private static @Nullable Mention named(String text, String lower, int at) {
        if (!Character.isUpperCase(text.charAt(at)) && !Words.at(lower, Math.max(0, at - 3), "bộ luật")) return null;
        int limit = Math.min(lower.length(), at + LONGEST_NAME);
        for (int end = at; end < limit; end++) {
            char c = lower.charAt(end);
            if (c == ';' || c == ':' || c == '(' || c == '.' && end + 1 < limit && lower.charAt(end + 1) == ' ')
                return null;
            if (c != 's' && c != 'n' && c != 'đ') continue;
            if (!Words.beginsWord(lower, end)) continue;
            if (Words.at(lower, end, "số") && startsNumber(lower, end + 2)) return null;
            if (Words.at(lower, end, "được sửa đổi")) return null;
            if (!Words.at(lower, end, "ngày")) continue;
            var date = Dates.at(lower, end);
            var day = date == null ? null : date.date(0);
            if (date == null || day == null) return null;
            var name = Words.withoutEndMark(text.substring(at, end));
            return new Mention(
                    name.toLowerCase(Locale.ROOT).startsWith("pháp lệnh") ? "Pháp lệnh" : "Luật",
                    null,
                    name,
                    day,
                    null,
                    at,
                    date.end());
        }
        return null;
    }

    private static boolean startsNumber(String lower, int at) {
        int i = Words.skipSpaces(lower, at);
        if (i < lower.length() && lower.charAt(i) == ':') i = Words.skipSpaces(lower, i + 1);
        return i < lower.length() && Character.isDigit(lower.charAt(i));
    }

    /** "số 008/CĐ-UBND và số 009/CĐ-UBND ngày 19/11/2025": in a list a date counts for those before it without one. */
    private static void shareDates(List<Mention> mentions, String lower) {
        for (int i = mentions.size() - 2; i >= 0; i--) {
            var mention = mentions.get(i);
            var next = mentions.get(i + 1);
            if (mention.number() == null || next.number() == null || mention.date() != null || next.date() == null)
                continue;
            int from = mention.end();
            if (next.from() >= from && next.from() - from <= 12 && isListJoint(lower.substring(from, next.from())))
                mentions.set(i, mention.withDate(next.date(), next.issuer()));
        }
    }

    private static boolean isListJoint(String between) {
        var words =
                between.replace(",", " ").replace(";", " ").replace(":", " ").strip();
        return words.isEmpty() || words.equals("và") || words.equals("số") || words.equals("và số");
    }

    /** What follows a number: "ngày 14/4/2024 của Sở A về …", in either order. */
    private record After(@Nullable LocalDate date, @Nullable String issuer) {
        private static final Phrases STOPS = Phrases.of("""
            về, ban hành, quy định, phê duyệt, hướng dẫn, sửa đổi, v, triển khai, thực hiện, tại, được, và, ngày, quán triệt, tổ chức, trong,
            đối với, để, khóa, công bố, giao, điều chỉnh, kèm theo, có, là, tới, đến, trên, đã, theo, thông qua, bổ sung, thay thế, nhằm\
            """);

        static After read(String text, String lower, int end) {
            int at = skipJoint(lower, end);
            var date = Dates.at(lower, at);
            if (date != null && !Words.at(lower, at, "ngày") && date.year() == 0) date = null;
            if (date != null) at = skipJoint(lower, date.end());
            if (!Words.at(lower, at, "của")) return new After(date == null ? null : date.date(0), null);
            int issuer = Words.skipSpaces(lower, at + 3);
            int issuerEnd = issuerEnd(lower, issuer);
            if (date == null) {
                int next = skipJoint(lower, issuerEnd);
                if (Words.at(lower, next, "ngày")) date = Dates.at(lower, next);
            }
            var name = Words.withoutEndMark(text.substring(issuer, issuerEnd)).strip();
            return new After(date == null ? null : date.date(0), name.isEmpty() ? null : name);
        }

        private static int skipJoint(String lower, int from) {
            int i = from;
            while (i < lower.length() && i - from < 4 && " ,(".indexOf(lower.charAt(i)) >= 0) i++;
            return i;
        }

        private static int issuerEnd(String lower, int from) {
            int limit = Math.min(lower.length(), from + 120);
            int at = from;
            while (at < limit) {
                char c = lower.charAt(at);
                if (";:.()“\"[".indexOf(c) >= 0) return at;
                if (c == ',' && !Agencies.isHeadAt(lower, from)) return at;
                if (Words.isWordChar(c)) {
                    if (at > from && STOPS.match(lower, at) != null && !isInName(lower, at)) return at;
                    at = Words.wordEnd(lower, at);
                } else if (c == ',') return at;
                else at++;
            }
            return at;
        }

        /** "Sở Lao động - Thương binh và Xã hội": an "và" inside a name. */
        private static boolean isInName(String lower, int at) {
            if (!Words.at(lower, at, "và")) return false;
            int next = Words.skipSpaces(lower, at + 2);
            return DocumentTypes.citedAt(lower, next) == null
                    && !Agencies.isHeadAt(lower, next)
                    && !Words.at(lower, next, "các");
        }
    }
}
