package dev.plumbline.app.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.app.SoundCamera;
import dev.plumbline.app.UnusableInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may log in over the network, with which password, and who signs then. */
class AccountsTest {
  private static final String PASSWORD = "three grey herons wade";

  @TempDir private Path place;

  private Accounts accounts() {
    return Accounts.beside(place.resolve("keys"));
  }

  @Test
  void aPersonLogsInWithTheOwnPasswordAlone() throws IOException {
    accounts().add("ann", "Ann Assessor", PASSWORD);
    accounts().add("bob", "Bob Reviewer", "four red foxes listen");
    assertThat(accounts().find("ann", PASSWORD)).map(Account::person).contains("Ann Assessor");
    for (String wrong : List.of("", "four red foxes listen", PASSWORD + " ", PASSWORD.repeat(30))) {
      assertThat(accounts().find("ann", wrong)).as(wrong).isEmpty();
    }
    assertThat(accounts().find("eve", PASSWORD)).isEmpty();
    assertThat(accounts().find("../ann", PASSWORD)).isEmpty();
    assertThat(accounts().all()).extracting(Account::name).containsExactly("ann", "bob");
  }

  @Test
  void thePasswordIsKeptAsArgon2idWithASaltOfItsOwn() throws IOException {
    accounts().add("ann", "Ann", PASSWORD);
    accounts().add("bob", "Bob", PASSWORD);
    String ann = Files.readString(accounts().folder().resolve("ann.account"));
    assertThat(ann).contains("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("herons");
    assertThat(ann.lines().skip(2))
        .doesNotContainAnyElementsOf(
            Files.readAllLines(accounts().folder().resolve("bob.account")));
    assertThat(accounts().find("ann").orElseThrow().toString()).doesNotContain("argon2id");
  }

  @Test
  void onlyTheOwnerOfTheMachinesAccountReadsThem() throws IOException {
    accounts().add("ann", "Ann", PASSWORD);
    assertThat(Files.getPosixFilePermissions(accounts().folder()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    for (String file : List.of("ann.account", "ann.key")) {
      assertThat(Files.getPosixFilePermissions(accounts().folder().resolve(file)))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "fourteen-chars, 14 characters",
    "password1234567890, everybody tries first",
    "Summer-Winter-Spring, everybody tries first",
    "aaaaaaaaaaaaaaaaaaaa, everybody tries first",
    "abcdefghijklmnopqrstuvwxyz, everybody tries first",
    "qwertyuiopasdfghjkl, everybody tries first",
    "Ann-Assessor-2026!!, everybody tries first",
    "ann-plumbline-ann-1!, everybody tries first"
  })
  void aPasswordThatOthersTryFirstIsRefused(String password, String why) throws IOException {
    assertThatExceptionOfType(UnusableInputException.class)
        .isThrownBy(() -> accounts().add("ann", "Ann Assessor", password))
        .withMessageContaining(why);
    assertThat(accounts().all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        PASSWORD,
        "8302957164839205",
        "käse auf dem fahrrad",
        "xkqwzvbnhtplmrd",
        "four red foxes listen while seven slow barges turn in a bend of the river"
      })
  void noKindsOfCharactersAreAskedFor(String password) throws IOException {
    assertThat(accounts().add("ann", "Ann", password).person()).isEqualTo("Ann");
  }

  @Test
  void oneLetterThatIsTypedInTwoWaysIsTheSame() throws IOException {
    accounts().add("ann", "Ann", "k\u00e4se auf dem fahrrad");
    assertThat(accounts().find("ann", "ka\u0308se auf dem fahrrad")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Ann", "../ann", ".ann", "-ann", "ann/x", "a b", "ann\nx"})
  void aNameThatCouldLeaveTheFolderIsRefused(String name) {
    assertThatExceptionOfType(UnusableInputException.class)
        .isThrownBy(() -> accounts().add(name, "Ann", PASSWORD));
    assertThat(place.resolve("keys")).doesNotExist();
  }

  @Test
  void onePersonHasOneAccount() throws IOException {
    accounts().add("ann", "Ann", PASSWORD);
    assertThatExceptionOfType(UnusableInputException.class)
        .isThrownBy(() -> accounts().add("ann", "Another", PASSWORD))
        .withMessageContaining("already");
    assertThatExceptionOfType(UnusableInputException.class)
        .isThrownBy(() -> accounts().add("ann2", " ann ", PASSWORD))
        .withMessageContaining("one key");
    assertThatExceptionOfType(UnusableInputException.class)
        .isThrownBy(() -> accounts().add("eve", "Eve\npassword: x", PASSWORD));
  }

  @Test
  void anotherPasswordEndsWhatTheEarlierOneOpened() throws IOException {
    Account before = accounts().add("ann", "Ann", PASSWORD);
    Account after = accounts().change("ann", "seven slow barges turn");
    assertThat(after.stamp()).isNotEqualTo(before.stamp());
    assertThat(accounts().find("ann", PASSWORD)).isEmpty();
    assertThat(accounts().find("ann", "seven slow barges turn")).contains(after);
    accounts().remove("ann");
    assertThat(accounts().all()).isEmpty();
    assertThat(accounts().folder().toFile().list())
        .as("what is left")
        .containsExactly(".passkeys.lock");
    assertThatExceptionOfType(UnusableInputException.class)
        .isThrownBy(() -> accounts().remove("ann"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plumbline account 1\nperson: Ann\npassword: plain text password\n",
        "plumbline account 1\nperson: Ann\npassword:"
            + " $argon2id$v=19$m=9999999,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAA\n",
        "plumbline account 1\nperson: Ann\npassword:"
            + " $argon2id$v=19$m=64,t=99,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAA\n",
      })
  void aFileThatWasChangedOpensNothing(String text) throws IOException {
    accounts().add("ann", "Ann", PASSWORD);
    Files.writeString(accounts().folder().resolve("ann.account"), text);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> accounts().find("ann", "plain text password"))
        .withMessageContaining("no account of this form");
  }

  @Test
  void eachPersonSignsWithTheKeyOfTheOwnAccount() throws IOException {
    SoundCamera camera = SoundCamera.in(place.resolve("work"));
    accounts().add("ann", "Ann", PASSWORD);
    accounts().add("bob", "Bob", PASSWORD);
    AccountKeys keys = new AccountKeys(accounts());
    String ann = keys.signer("Ann", camera.dossier()).author().key();
    assertThat(keys.signer("Ann", camera.dossier()).author().key()).isEqualTo(ann);
    assertThat(keys.signer("Bob", camera.dossier()).author().key()).isNotEqualTo(ann);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> keys.signer("Eve", camera.dossier()));
  }

  @Test
  void accountsInsideADossierSignNothingThere() throws IOException {
    SoundCamera camera = SoundCamera.in(place.resolve("work"));
    Accounts inside = Accounts.beside(camera.dossier().resolve("keys"));
    inside.add("ann", "Ann", PASSWORD);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> new AccountKeys(inside).signer("Ann", camera.dossier()))
        .withMessageContaining("inside the dossier");
  }
}
