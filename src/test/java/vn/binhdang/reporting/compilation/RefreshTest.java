package vn.binhdang.reporting.compilation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.binhdang.document.Block;
import vn.binhdang.document.DraftBlocks.DraftBlock;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.reporting.compilation.Refresh.Difference;
import vn.binhdang.reporting.compilation.Refresh.Source;

class RefreshTest {
    private final List<Slot> compiled = List.of(slot("a", "một"), slot("b", "hai"), slot("c", "ba"));
    private final List<DraftBlock> stored = new ArrayList<>(compiled.stream()
            .map(slot -> new DraftBlock(Uuid7.create(), slot.part(), slot.block(), 1))
            .toList());
    private final List<Source> sources = java.util.stream.IntStream.range(0, 3)
            .mapToObj(i -> new Source(compiled.get(i).key(), stored.get(i).id(), 1, null, null))
            .toList();

    @Test
    void nothing_changes_while_the_tasks_stay_the_same() {
        var refresh = Refresh.of(stored, sources, compiled);
        assertThat(refresh.changesNothing()).isTrue();
        assertThat(refresh.differences()).isEmpty();
        assertThat(refresh.blocks()).isEqualTo(stored);
        assertThat(refresh.sources()).isEqualTo(sources);
    }

    @Test
    void an_untouched_paragraph_follows_the_tasks_under_a_new_version() {
        var refresh = Refresh.of(stored, sources, List.of(slot("a", "một"), slot("b", "hai mới"), slot("c", "ba")));
        assertThat(texts(refresh)).containsExactly("một", "hai mới", "ba");
        assertThat(refresh.blocks().get(1).version()).isEqualTo(2);
        assertThat(refresh.blocks().get(1).id()).isEqualTo(stored.get(1).id());
        assertThat(refresh.differences()).containsExactly(new Difference(Difference.Kind.CHANGED, "hai", "hai mới"));
        var again = Refresh.of(
                refresh.blocks(), refresh.sources(), List.of(slot("a", "một"), slot("b", "x"), slot("c", "ba")));
        assertThat(texts(again)).containsExactly("một", "x", "ba");
    }

    @Test
    void an_edited_paragraph_is_kept_and_the_new_text_only_shown() {
        edit(1, "hai, sửa tay");
        var refresh = Refresh.of(stored, sources, List.of(slot("a", "một"), slot("b", "hai mới"), slot("c", "ba")));
        assertThat(texts(refresh)).containsExactly("một", "hai, sửa tay", "ba");
        assertThat(refresh.changesNothing()).isTrue();
        assertThat(refresh.differences())
                .containsExactly(new Difference(Difference.Kind.KEPT, "hai, sửa tay", "hai mới"));
    }

    @Test
    void an_edited_paragraph_stays_edited_for_every_later_refresh() {
        edit(1, "hai, sửa tay");
        var first = Refresh.of(stored, sources, compiled);
        var second = Refresh.of(first.blocks(), first.sources(), List.of(slot("b", "hai mới")));
        assertThat(texts(second)).containsExactly("hai, sửa tay");
    }

    @Test
    void a_deleted_paragraph_does_not_come_back() {
        stored.remove(1);
        var refresh = Refresh.of(stored, sources, List.of(slot("a", "một"), slot("b", "hai mới"), slot("c", "ba")));
        assertThat(texts(refresh)).containsExactly("một", "ba");
        assertThat(refresh.differences()).containsExactly(new Difference(Difference.Kind.LEFT_OUT, "", "hai mới"));
    }

    @Test
    void a_new_paragraph_comes_behind_the_one_before_it_and_what_people_wrote_stays() {
        stored.add(2, new DraftBlock(Uuid7.create(), 0, Block.paragraph("của văn phòng"), 1));
        var refresh = Refresh.of(
                stored, sources, List.of(slot("a", "một"), slot("b", "hai"), slot("b2", "hai rưỡi"), slot("c", "ba")));
        assertThat(texts(refresh)).containsExactly("một", "hai", "hai rưỡi", "của văn phòng", "ba");
    }

    @Test
    void what_the_tasks_no_longer_say_goes_unless_it_was_edited() {
        edit(2, "ba, sửa tay");
        var refresh = Refresh.of(stored, sources, List.of(slot("a", "một")));
        assertThat(texts(refresh)).containsExactly("một", "ba, sửa tay");
        assertThat(refresh.differences())
                .containsExactlyInAnyOrder(
                        new Difference(Difference.Kind.REMOVED, "hai", ""),
                        new Difference(Difference.Kind.KEPT, "ba, sửa tay", ""));
    }

    @Test
    void of_a_table_only_the_rows_that_differ_are_shown() {
        var rows = List.of(List.of("TT", "Kết quả"), List.of("1", "xong"), List.of("2", "chưa"));
        var later = List.of(List.of("TT", "Kết quả"), List.of("1", "xong"), List.of("2", "xong"));
        stored.set(0, new DraftBlock(stored.getFirst().id(), 0, table(rows), 1));
        var refresh = Refresh.of(stored, sources, List.of(new Slot("a", 0, table(later), null, null)));
        assertThat(refresh.differences()).contains(new Difference(Difference.Kind.CHANGED, "2 | chưa", "2 | xong"));
    }

    private static Block table(List<List<String>> rows) {
        return new Block(Block.Kind.TABLE, null, "", rows, null);
    }

    @Test
    void annexes_are_followed_in_their_own_part() {
        var annex = new Slot("t", 2, Block.paragraph("phụ lục"), null, null);
        var refresh = Refresh.of(stored, sources, List.of(compiled.get(0), compiled.get(1), compiled.get(2), annex));
        assertThat(refresh.blocks().getLast().part()).isEqualTo(2);
        assertThat(refresh.blocks().getLast().block().text()).isEqualTo("phụ lục");
    }

    private void edit(int index, String text) {
        var block = stored.get(index);
        stored.set(index, new DraftBlock(block.id(), block.part(), Block.paragraph(text), block.version() + 1));
    }

    private static Slot slot(String key, String text) {
        return new Slot(key, 0, Block.paragraph(text), null, null);
    }

    private static List<String> texts(Refresh refresh) {
        return refresh.blocks().stream().map(block -> block.block().text()).toList();
    }
}
