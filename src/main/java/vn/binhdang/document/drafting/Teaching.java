package vn.binhdang.document.drafting;

import java.util.List;
import java.util.Map;
import vn.binhdang.document.Block;
import vn.binhdang.organisation.UnitMatcher;
import vn.binhdang.web.Text;

/** What belongs into an empty paragraph, told by the heading it stands under. It is shown in the field, never printed. */
final class Teaching {
    /** Words of headings of plans and reports, without diacritics, each with the message that teaches. */
    private static final List<Map.Entry<String, String>> HEADINGS = List.of(
            Map.entry("muc dich", "document.drafting.teach.purpose"),
            Map.entry("yeu cau", "document.drafting.teach.requirements"),
            Map.entry("noi dung", "document.drafting.teach.content"),
            Map.entry("to chuc thuc hien", "document.drafting.teach.implementation"),
            Map.entry("kinh phi", "document.drafting.teach.funding"),
            Map.entry("kho khan", "document.drafting.teach.difficulties"),
            Map.entry("ket qua", "document.drafting.teach.results"),
            Map.entry("kien nghi", "document.drafting.teach.proposals"),
            Map.entry("phuong huong", "document.drafting.teach.outlook"));

    private final Text t;
    private String key = "document.drafting.teach.paragraph";

    Teaching(Text t) {
        this.t = t;
    }

    /** Goes through a part block by block; headings change what is taught below them. */
    String of(Block block) {
        if (block.kind() != Block.Kind.PARAGRAPH && block.kind() != Block.Kind.ITEM) {
            String heading = UnitMatcher.fold(block.text());
            key = HEADINGS.stream()
                    .filter(entry -> heading.contains(entry.getKey()))
                    .findFirst()
                    .map(Map.Entry::getValue)
                    .orElse("document.drafting.teach.paragraph");
            return t.of("document.drafting.teach.heading");
        }
        return t.of(key);
    }
}
