package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.account.Accounts;
import dev.plumbline.app.account.Passkey;
import dev.plumbline.app.account.Passkeys;
import dev.plumbline.cli.option.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accounts, and what a workbench needs before it listens on the network. */
class AccountCommandTest {
  private static final String PASSWORD = "three grey herons wade";

  @TempDir private Path directory;

  private Ran run(String typed, String... words) {
    InputStream usual = System.in;
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--keys", directory.resolve("keys").toString()));
    try {
      System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
      return Ran.of(all.toArray(String[]::new));
    } finally {
      System.setIn(usual);
    }
  }

  private Ran add(String typed) {
    return run(typed, "account", "add", "ann", "--person", "Ann Assessor", "--stdin");
  }

  @Test
  void anAccountIsMadeListedChangedAndRemoved() throws IOException {
    Accounts accounts = Accounts.beside(directory.resolve("keys"));
    assertThat(run("", "account", "list").out()).contains("There is no account");
    Ran added = add(PASSWORD + "\n");
    assertThat(added.err()).isEmpty();
    assertThat(added.out()).contains("ann can log in as Ann Assessor").doesNotContain(PASSWORD);
    assertThat(run("", "account", "list").out()).contains("ann  Ann Assessor");
    assertThat(accounts.find("ann", PASSWORD)).isPresent();
    assertThat(run("seven slow barges turn\r\n", "account", "password", "ann", "--stdin").code())
        .isZero();
    assertThat(accounts.find("ann", "seven slow barges turn")).isPresent();
    assertThat(run("", "account", "remove", "ann").code()).isZero();
    assertThat(accounts.all()).isEmpty();
  }

  @Test
  void passkeysAreListedAndRemoved() throws IOException {
    Ran nobody = run("", "account", "passkeys", "ann");
    assertThat(nobody.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(nobody.err()).contains("no account of that name");
    add(PASSWORD + "\n");
    assertThat(run("", "account", "passkeys", "ann").out()).contains("ann has no passkey.");
    Passkey passkey =
        new Passkey(
            "one",
            "cHVibGlj",
            "lab.example",
            0,
            true,
            Instant.parse("2026-12-03T10:00:00Z"),
            Optional.empty(),
            "Phone \u202e");
    Passkeys passkeys = new Passkeys(Accounts.beside(directory.resolve("keys")));
    passkeys.add("ann", passkey);
    assertThat(run("", "account", "passkeys", "ann").out())
        .contains(passkey.mark() + "  for lab.example  added 2026-12-03T10:00:00Z  used never")
        .contains("Phone")
        .doesNotContain("\u202e", "cHVibGlj");
    Ran unknown = run("", "account", "passkeys", "ann", "--remove", "0123456789ab");
    assertThat(unknown.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(unknown.err()).contains("no such passkey");
    assertThat(run("", "account", "passkeys", "ann", "--remove", passkey.mark()).code()).isZero();
    assertThat(passkeys.of("ann")).isEmpty();
  }

  @Test
  void aPasswordThatEverybodyTriesFirstIsRefused() {
    Ran refused = add("password12345678\n");
    assertThat(refused.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(refused.err()).contains("everybody tries first").doesNotContain("password1234");
    assertThat(directory.resolve("keys")).doesNotExist();
  }

  @Test
  void withoutATerminalNobodyIsAskedForAPassword() {
    Ran refused = run(PASSWORD, "account", "add", "ann", "--person", "Ann");
    assertThat(refused.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(refused.err()).contains("--stdin");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--self-signed | --listen ADDRESS alone",
        "--listen lab.example --self-signed | not a name",
        "--listen 127.0.0.1 --self-signed | Nobody has an account"
      })
  void withoutAnAccountNothingIsOpenedToTheNetwork(String options, String why) {
    refused(options, why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--listen 127.0.0.1 | Without a certificate",
        "--listen 127.0.0.1 --certificate a.pem | Without a certificate",
        "--listen 127.0.0.1 --self-signed --certificate a.pem | Leave one of them out",
        "--listen 0.0.0.0 --self-signed | made for one address"
      })
  void withoutACertificateNothingIsOpenedToTheNetwork(String options, String why) {
    add(PASSWORD);
    refused(options, why);
  }

  private void refused(String options, String why) {
    List<String> words = new ArrayList<>(List.of("serve", "../../examples/sensor-tag"));
    words.addAll(List.of(options.split(" ", -1)));
    Ran refused = run("", words.toArray(String[]::new));
    assertThat(refused.err()).contains(why);
    assertThat(refused.code()).isEqualTo(ExitCode.USAGE.code());
  }

  @Test
  void aFileThatHoldsNoCertificateIsRefused() throws IOException {
    add(PASSWORD);
    Path key = Files.writeString(directory.resolve("lab.key"), "-----BEGIN PRIVATE KEY-----\n");
    refused("--listen 127.0.0.1 --certificate " + key + " --certificate-key " + key, "PEM");
  }
}
