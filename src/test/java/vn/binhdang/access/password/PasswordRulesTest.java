package vn.binhdang.access.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private static final List<String> ABOUT = List.of(
            "Bình Đẳng", "binhdang", "vanphong", "Nguyễn Thị Hoa Giang", "Sở Khoa học và Công nghệ", "Sở KH&CN");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "một câu của riêng tôi",
                "con mèo nhà bên hay ngủ",
                "correct horse battery",
                "Rv9#kk2!mQzt",
                "日本語のパスワードを使う人"
            })
    void a_sentence_of_ones_own_is_good_in_any_language(String password) {
        assertThat(problem(password)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "matkhau123456",
                "MatKhau@2026!!",
                "m@tkh4u123456",
                "Mật khẩu 123456",
                "anhyeuem12345",
                "Anh yêu em nhiều",
                "matkhaumatkhau",
                "password12345!",
                "Password1234",
                "1qaz2wsx3edc4rfv"
            })
    void what_guessers_try_first_is_refused(String password) {
        assertThat(problem(password)).hasValue("access.password.known");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vanphong-2026!",
                "VanPhong123456",
                "nguyenthihoagiang1",
                "Sở Khoa học và Công nghệ",
                "binhdang@2026xx"
            })
    void names_of_the_person_the_agency_and_the_product_are_refused(String password) {
        assertThat(problem(password)).isPresent();
    }

    @Test
    void length_counts_letters_as_people_see_them() {
        assertThat(problem("ngắn quá ạ!")).hasValue("access.password.tooShort");
        assertThat(problem("một câu dài ".repeat(11))).hasValue("access.password.tooLong");
        assertThat(problem("đường dài hai trăm cây số mới tới ngôi nhà nhỏ bên bờ suối cạn"))
                .isEmpty();
    }

    @Test
    void few_different_letters_and_rows_of_keys_are_too_simple() {
        assertThat(problem("aaaaaaaaaaaaaa")).hasValue("access.password.tooSimple");
        assertThat(problem("abcdefghijklmn")).hasValue("access.password.tooSimple");
        assertThat(problem("121212343434")).isPresent();
    }

    @Test
    void every_password_of_the_file_of_leaks_is_found_and_no_other() throws IOException {
        var leaked =
                IntStream.range(0, 2_000).mapToObj(i -> "câu bị lộ số " + i).toList();
        write(leaked.stream());
        var file = new LeakedPasswords(folder, "");
        assertThat(leaked).allMatch(file::contain);
        assertThat(IntStream.range(2_000, 4_000).mapToObj(i -> "câu bị lộ số " + i))
                .noneMatch(file::contain);
        assertThat(new PasswordRules(new CommonPasswords(), file).problem("câu bị lộ số 77", ABOUT))
                .hasValue("access.password.known");
    }

    @Test
    void a_file_of_one_line_works_and_an_empty_or_missing_one_finds_nothing() throws IOException {
        write(Stream.of("câu bị lộ duy nhất"));
        assertThat(new LeakedPasswords(folder, "").contain("câu bị lộ duy nhất"))
                .isTrue();
        write(Stream.of());
        assertThat(new LeakedPasswords(folder, "").contain("câu bị lộ duy nhất"))
                .isFalse();
        assertThat(new LeakedPasswords(folder.resolve("none"), "").contain("câu bị lộ duy nhất"))
                .isFalse();
    }

    private java.util.Optional<String> problem(String password) {
        return new PasswordRules(new CommonPasswords(), new LeakedPasswords(folder, "")).problem(password, ABOUT);
    }

    private void write(Stream<String> passwords) throws IOException {
        Files.writeString(
                folder.resolve("leaked-passwords.txt"),
                passwords
                        .map(PasswordRulesTest::sha1)
                        .sorted()
                        .map(hash -> hash + ":" + Math.abs(hash.hashCode() % 900))
                        .collect(Collectors.joining("\r\n")));
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
