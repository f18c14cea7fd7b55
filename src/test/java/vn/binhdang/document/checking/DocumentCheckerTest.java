package vn.binhdang.document.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.binhdang.document.checking.Findings.codes;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Block;
import vn.binhdang.document.CitedDocument;
import vn.binhdang.document.DocumentTask;
import vn.binhdang.document.Finding.Severity;
import vn.binhdang.document.LegalBasis;
import vn.binhdang.document.Lines;
import vn.binhdang.document.ReadDocument;
import vn.binhdang.document.Signature;
import vn.binhdang.document.SourceText;

class DocumentCheckerTest {
    private static final AdministrativeDocument NOTHING = new AdministrativeDocument(
            null, null, null, null, null, null, null, null, List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of(), null, List.of(), List.of());

    @Test
    void an_empty_draft_hears_what_it_lacks_and_nothing_worse() {
        var found = Findings.of(NOTHING);
        assertThat(codes(found))
                .containsExactly(
                        "issuerMissing",
                        "numberMissing",
                        "dayMissing",
                        "typeMissing",
                        "subjectMissing",
                        "recipientsMissing",
                        "signerMissing");
        assertThat(found).noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void no_document_makes_a_rule_throw(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 50; i++) {
            String[] words = new String[20];
            for (int w = 0; w < words.length; w++) words[w] = words(random);
            Findings.of(new ReadDocument(
                    new SourceText(
                            random.nextBoolean() ? SourceText.Format.PDF : SourceText.Format.TEXT,
                            List.of(SourceText.Line.plain(1, words[0])),
                            List.of()),
                    odd(random, words)));
        }
    }

    private static AdministrativeDocument odd(RandomGenerator random, String... words) {
        var lines = Lines.of(1 + random.nextInt(900));
        return new AdministrativeDocument(
                maybe(random, "Kế hoạch"),
                maybe(random, words[1]),
                null,
                maybe(random, words[2]),
                maybe(random, words[3]),
                null,
                null,
                maybe(random, words[4]),
                List.of(words[5]),
                List.of(new LegalBasis(words[6], words[7], maybe(random, words[8]), null, words[9], lines)),
                List.of(),
                List.of(
                        new Block(Block.Kind.ITEM, maybe(random, words[10]), words[11], List.of(), lines),
                        new Block(Block.Kind.TABLE, null, "", List.of(List.of(), List.of(words[12])), null)),
                List.of(new DocumentTask(null, words[13], List.of(), List.of(), null, null, null, null, null, null)),
                List.of(new CitedDocument(null, maybe(random, words[14]), words[15], null, null, null)),
                List.of(words[16], words[17]),
                new Signature(maybe(random, "KT"), maybe(random, words[18]), null, maybe(random, words[19])),
                List.of(),
                List.of());
    }

    /** A few of what real and hostile texts hold, joined without sense. */
    private static String words(RandomGenerator random) {
        String[] parts = {
            "",
            " ",
            "-",
            "/",
            ".",
            "a)",
            "f)",
            "đ)",
            "II.",
            "1.1.1.",
            "(",
            "\u0000",
            "\u202e",
            "e\u0301",
            "İ",
            "99/99/2099",
            "thứ Hai 31/6/2024",
            "giai đoạn 2025 - 2021",
            "KT.",
            "số",
            "của",
            "Điều 999999999999.",
            "{0}",
            "'",
            "IVIVIV.",
            "𝔸",
            "20240/QĐ",
            "giai đoạn 2021 -2025"
        };
        var text = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) text.append(parts[random.nextInt(parts.length)]);
        return text.toString();
    }

    private static @Nullable String maybe(RandomGenerator random, String value) {
        return random.nextInt(4) == 0 ? null : value;
    }
}
