package vn.binhdang.document.reading;

import java.util.ArrayList;
import java.util.List;

/** "Kính gửi: Sở A" on one line, or one addressee per line with a dash. */
final class Addressees {
    private Addressees() {}

    static boolean opens(String text) {
        return text.length() < 400 && Words.startsWith(Words.lower(text), "kính gửi");
    }

    /** Where the address ends, seen from its first paragraph. */
    static int end(List<Paragraph> body, int from) {
        int i = from + 1;
        while (i < body.size()
                && body.get(i).marker() instanceof Marker marker
                && !marker.isNumbered()
                && body.get(i).text().length() < 200) i++;
        return i;
    }

    static List<String> of(List<Paragraph> address) {
        var addressees = new ArrayList<String>();
        for (int i = 0; i < address.size(); i++) {
            var text = address.get(i).text();
            if (i == 0) text = text.substring("kính gửi".length());
            int from = 0;
            while (from < text.length() && " :-–".indexOf(text.charAt(from)) >= 0) from++;
            var addressee = Words.withoutEndMark(text.substring(from));
            if (!addressee.isEmpty()) addressees.add(addressee);
        }
        return addressees;
    }
}
