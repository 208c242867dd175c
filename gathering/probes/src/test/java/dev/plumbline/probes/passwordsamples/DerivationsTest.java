package dev.plumbline.probes.passwordsamples;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DerivationsTest {
  private static final List<String> MACS =
      List.of(
          "02:5a:10:c1:7e:31",
          "02:5a:10:c1:80:02",
          "02:5a:10:c2:01:5c",
          "02:5a:10:c2:0b:11",
          "02:5a:10:c2:b1:99");

  private static String bare(String mac) {
    return mac.replace(":", "");
  }

  private static byte[] hash(String algorithm, String text) {
    try {
      return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static String hex(String algorithm, String text) {
    return HexFormat.of().formatHex(hash(algorithm, text));
  }

  private static Arguments way(String name, UnaryOperator<String> make) {
    return Arguments.of(name, make);
  }

  static Stream<Arguments> ways() {
    return Stream.of(
        way("Base64 of the bytes", m -> b64(HexFormat.of().parseHex(bare(m)))),
        way(
            "Base64 with other characters for plus and slash",
            m -> b64(HexFormat.of().parseHex(bare(m))).replace('+', 'A').replace('/', 'B')),
        way(
            "the last three bytes in decimal",
            m -> "%08d".formatted(Integer.parseInt(bare(m).substring(6), 16))),
        way("a word before a part of a hash", m -> "gate-" + hex("MD5", bare(m)).substring(0, 8)),
        way("a part of a hash before a word", m -> hex("SHA-1", m).substring(0, 6) + "-home"),
        way("six digits of a hash alone", m -> hex("SHA-256", bare(m)).substring(0, 6)),
        way("the middle of a hash", m -> hex("SHA-256", bare(m)).substring(20, 28)),
        way(
            "a hash of the model and the address",
            m -> hex("SHA-1", "XK-9" + bare(m)).substring(0, 9)),
        way(
            "a hash in groups and upper case",
            m ->
                hex("SHA-256", m)
                    .substring(0, 12)
                    .toUpperCase(java.util.Locale.ROOT)
                    .replaceAll("(....)(?=.)", "$1-")),
        way("bytes of a hash as letters", m -> letters(hash("SHA-256", bare(m)))),
        way("the hash of a hash", m -> hex("MD5", hex("MD5", bare(m))).substring(0, 10)),
        way(
            "what a shell makes of the address with its line feed",
            m -> hex("SHA-1", m + "\n").substring(3, 15)),
        way(
            "the address of the next interface",
            m -> "%012x".formatted(number(m).add(BigInteger.ONE))));
  }

  static Stream<Arguments> relations() {
    return Stream.of(
        way(
            "exclusive or with a constant",
            m -> "%012x".formatted(number(m).xor(BigInteger.valueOf(0x5A5A5A5A5A5AL)))),
        way("a constant away", m -> "%012x".formatted(number(m).add(BigInteger.valueOf(0x10101)))),
        way(
            "a word, and the last bytes with a constant",
            m -> "cam%08x".formatted((number(m).intValue() & 0xffffff) ^ 0x77231905)),
        way(
            "the last bytes in steps of seven",
            m -> "%09d".formatted((number(m).longValue() & 0xffffff) * 7 + 4211)));
  }

  private static BigInteger number(String mac) {
    return new BigInteger(bare(mac), 16);
  }

  private static String b64(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String letters(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      text.append((char) ('a' + (bytes[i] & 0xff) % 26));
    }
    return text.toString();
  }

  private static List<Derivations.Pair> pairs(List<String> passwords) {
    int fixed = Relations.fixed(passwords);
    List<Derivations.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < passwords.size(); i++) {
      pairs.add(
          new Derivations.Pair(
              passwords.get(i), new PublicValue(MACS.get(i), List.of("XK-9")), fixed));
    }
    return pairs;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ways")
  void aPasswordThatFollowsFromTheAddressIsFoundInEveryUnit(
      String name, UnaryOperator<String> make) {
    List<String> passwords = MACS.stream().map(make).toList();
    assertThat(Derivations.in(pairs(passwords)).samples()).as(passwords.toString()).hasSize(5);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("relations")
  void passwordsInAFixedRelationToTheAddressAreFound(String name, UnaryOperator<String> make) {
    List<String> passwords = MACS.stream().map(make).toList();
    assertThat(
            Relations.between(
                passwords, pairs(passwords).stream().map(Derivations.Pair::value).toList()))
        .as(passwords.toString())
        .isPresent();
  }

  @Test
  void aNumberTimesAConstantThatStartsAgainFromZeroIsFound() {
    BigInteger constant = new BigInteger("790123456789012345678901");
    List<String> passwords =
        MACS.stream()
            .map(m -> written(number(m).multiply(constant), "abcdefghijklmnopqrstuvwxyz23456789"))
            .toList();
    assertThat(
            Relations.between(
                passwords, pairs(passwords).stream().map(Derivations.Pair::value).toList()))
        .as(passwords.toString())
        .hasValueSatisfying(how -> assertThat(how).startsWith("a constant times it"));
  }

  private static String written(BigInteger number, String alphabet) {
    BigInteger base = BigInteger.valueOf(alphabet.length());
    BigInteger rest = number;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      text.insert(0, alphabet.charAt(rest.mod(base).intValue()));
      rest = rest.divide(base);
    }
    return text.toString();
  }

  @Test
  void theSameCharactersInAnotherOrderLeaveNoMoreThanTheirOrders() {
    List<String> same = List.of("2479-bdfh-kmqr", "bdfh-2479-qrkm", "9742-hfdb-rqmk");
    assertThat(Entropy.bits(same)).isBetween(28.8, 28.9);
    List<String> other = List.of("2479-bdfh-kmqr", "bdfh-2479-qrkm", "9742-hfdb-rqmz");
    assertThat(Entropy.bits(other)).isGreaterThan(60);
    assertThat(Entropy.bits(List.of("aab", "aba", "baa"))).isBetween(1.5, 1.6);
  }

  @Test
  void randomPasswordsFollowFromNothing() {
    Random random = new Random(7);
    List<String> alphabets =
        List.of("0123456789", "0123456789abcdef", "abcdefghijkmnpqrstuvwxyz23456789");
    for (String alphabet : alphabets) {
      for (int length = 6; length <= 16; length += 2) {
        List<String> passwords = new ArrayList<>();
        for (int i = 0; i < MACS.size(); i++) {
          StringBuilder text = new StringBuilder();
          random.ints(length, 0, alphabet.length()).forEach(c -> text.append(alphabet.charAt(c)));
          passwords.add(text.toString());
        }
        List<Derivations.Pair> pairs = pairs(passwords);
        assertThat(Derivations.in(pairs).ways()).as(passwords.toString()).isEmpty();
        assertThat(
                Relations.between(passwords, pairs.stream().map(Derivations.Pair::value).toList()))
            .as(passwords.toString())
            .isEmpty();
      }
    }
  }
}
