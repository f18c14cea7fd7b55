package vn.binhdang.document.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.Signature;

/** Nơi nhận and the signature, told apart piece by piece because many files print them interleaved. */
record Recipients(List<String> lines, @Nullable Signature signature) {

    static boolean isArchiveLine(String text) {
        var lower = Words.lower(text.substring(0, Math.min(text.length(), 20)));
        int at = 0;
        while (at < lower.length() && " -–+*".indexOf(lower.charAt(at)) >= 0) at++;
        return Words.at(lower, at, "lưu") && lower.indexOf("vt") >= 0
                || lower.startsWith("lưu:", at)
                || lower.startsWith("lưu vt", at);
    }

    static Recipients read(List<TextLine> tail) {
        var reading = new Reading();
        for (var piece : TailLines.pieces(tail)) reading.read(piece);
        return new Recipients(reading.recipients(), Signers.signature(reading.signatureLines, reading.name));
    }

    private static final class Reading {
        private final List<StringBuilder> recipients = new ArrayList<>();
        private final List<String> signatureLines = new ArrayList<>();
        private @Nullable String name;
        private boolean listed;
        private boolean inList;
        private boolean archived;

        void read(String piece) {
            if (TailLines.isRecipientsLabel(piece) && piece.length() < 12) inList = true;
            else if (isSignature(piece)) signatureLines.add(piece);
            else if (name == null && !signatureLines.isEmpty() && isNameHere(piece)) name = Signers.name(piece);
            else if (!TailLines.isSignedNote(piece)) readRecipient(piece);
        }

        private boolean isNameHere(String piece) {
            boolean continuesList = inList
                    && !recipients.isEmpty()
                    && recipients.getLast().charAt(recipients.getLast().length() - 1) == ',';
            return !continuesList && Signers.isName(piece);
        }

        private boolean isSignature(String piece) {
            if (name != null || !Words.isUpperCase(piece) || piece.startsWith("-")) return false;
            // "TM. ỦY BAN NHÂN" / "DÂN", "TRƯỞNG BAN" / "TỔ CHỨC": capitals go on in the next line
            return Signers.isSignatureLine(piece)
                    || !signatureLines.isEmpty() && !piece.contains(":") && Signers.name(piece) == null;
        }

        private void readRecipient(String piece) {
            if (!inList
                    || archived
                            && recipients.getLast().charAt(recipients.getLast().length() - 1) != ',') return;
            var marker = Marker.of(piece);
            boolean bullet = marker != null && !marker.isNumbered();
            var text = marker == null || marker.isNumbered() ? piece : piece.substring(marker.end());
            if (bullet || recipients.isEmpty() || !listed && isClosedItem(recipients.getLast())) {
                recipients.add(new StringBuilder(text));
                listed |= bullet;
            } else appendTo(recipients.getLast(), text);
            archived = isArchiveLine(recipients.getLast().toString());
        }

        /** "(để b/c)" belongs before the semicolon of the line it stands beside. */
        private static void appendTo(StringBuilder recipient, String text) {
            if (text.startsWith("(") && recipient.charAt(recipient.length() - 1) == ';')
                recipient.setLength(recipient.length() - 1);
            recipient.append(' ').append(text);
        }

        private static boolean isClosedItem(StringBuilder recipient) {
            return ";.".indexOf(recipient.charAt(recipient.length() - 1)) >= 0;
        }

        List<String> recipients() {
            return recipients.stream()
                    .map(recipient -> trimmed(recipient.toString()))
                    .filter(recipient -> !recipient.isEmpty())
                    .toList();
        }

        private static String trimmed(String recipient) {
            int end = recipient.length();
            while (end > 0 && " ;.,".indexOf(recipient.charAt(end - 1)) >= 0) end--;
            return recipient.substring(0, end);
        }
    }
}
