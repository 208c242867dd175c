package dev.plumbline.app.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.app.UnusableInputException;
import dev.plumbline.app.account.Passkeys.Owned;
import dev.plumbline.app.account.Passkeys.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The passkeys of accounts: where they lie, and what changes them. */
class PasskeysTest {
  private static final String PASSWORD = "three grey herons wade";
  private static final Instant NOW = Instant.parse("2026-12-03T10:00:00Z");

  @TempDir private Path place;
  private Accounts accounts = Accounts.beside(Path.of("none"));
  private Passkeys passkeys = new Passkeys(accounts);

  @BeforeEach
  void twoPeople() throws IOException {
    accounts = Accounts.beside(place.resolve("keys"));
    accounts.add("ann", "Ann Assessor", PASSWORD);
    accounts.add("bob", "Bob Reviewer", PASSWORD);
    passkeys = new Passkeys(accounts);
  }

  private static Passkey passkey(String id, long counter) {
    return new Passkey(
        id, "cHVibGlj", "lab.example", counter, false, NOW, Optional.empty(), "Phone of " + id);
  }

  private Owned owned(String id) throws IOException {
    return passkeys.find(id).orElseThrow();
  }

  @Test
  void aPasskeyIsFoundByItsIdWithItsAccount() throws IOException {
    passkeys.add("ann", passkey("one", 3));
    passkeys.add("bob", passkey("two", 0));
    assertThat(owned("one").account().person()).isEqualTo("Ann Assessor");
    assertThat(owned("one").passkey()).isEqualTo(passkey("one", 3));
    assertThat(owned("two").handle()).isEqualTo(passkeys.handle("bob"));
    assertThat(passkeys.handle("ann")).hasSize(43).isNotEqualTo(passkeys.handle("bob"));
    assertThat(passkeys.find("three")).isEmpty();
    assertThat(passkeys.of("ann")).hasSize(1);
    assertThat(passkeys.of("../ann")).isEmpty();
  }

  @Test
  void theyLieBesideTheAccountAndOnlyTheirOwnerReadsThem() throws IOException {
    passkeys.add("ann", passkey("one", 0));
    for (String file : List.of("ann.passkeys", ".passkeys.lock")) {
      assertThat(Files.getPosixFilePermissions(accounts.folder().resolve(file)))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
    assertThat(accounts.all()).extracting(Account::name).containsExactly("ann", "bob");
  }

  @Test
  void aLoginIsCountedAndACounterThatDoesNotGrowIsRefused() throws IOException {
    passkeys.add("ann", passkey("one", 3));
    Owned before = owned("one");
    assertThat(passkeys.use(before, 4, NOW)).isEqualTo(Use.COUNTED);
    assertThat(passkeys.of("ann").getFirst().counter()).isEqualTo(4);
    assertThat(passkeys.of("ann").getFirst().used()).contains(NOW);
    for (long counter : List.of(4L, 3L, 0L)) {
      assertThat(passkeys.use(before, counter, NOW.plusSeconds(9))).isEqualTo(Use.WENT_BACK);
    }
    assertThat(passkeys.of("ann").getFirst().used()).contains(NOW);
  }

  @Test
  void anAuthenticatorThatCountsNothingIsTaken() throws IOException {
    passkeys.add("ann", passkey("one", 0));
    assertThat(passkeys.use(owned("one"), 0, NOW)).isEqualTo(Use.COUNTED);
    assertThat(passkeys.use(owned("one"), 0, NOW)).isEqualTo(Use.COUNTED);
    assertThat(passkeys.use(owned("one"), 7, NOW)).isEqualTo(Use.COUNTED);
    assertThat(passkeys.use(owned("one"), 0, NOW)).isEqualTo(Use.WENT_BACK);
  }

  @Test
  void ofTwoLoginsWithOneCounterAtOnceOneIsTaken() throws Exception {
    passkeys.add("ann", passkey("one", 3));
    Owned before = owned("one");
    List<Callable<Use>> logins = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      logins.add(() -> passkeys.use(before, 4, NOW));
    }
    List<Use> became = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (var login : threads.invokeAll(logins)) {
        became.add(login.get());
      }
    }
    assertThat(became).containsOnlyOnce(Use.COUNTED).contains(Use.WENT_BACK);
  }

  @Test
  void aLoginBringsNoPasskeyBackThatWasRemoved() throws IOException {
    passkeys.add("ann", passkey("one", 3));
    passkeys.add("ann", passkey("two", 3));
    Owned before = owned("one");
    passkeys.remove("ann", before.passkey().mark());
    assertThat(passkeys.use(before, 4, NOW)).isEqualTo(Use.GONE);
    assertThat(passkeys.of("ann")).extracting(Passkey::id).containsExactly("two");
    assertThatExceptionOfType(UnusableInputException.class)
        .isThrownBy(() -> passkeys.remove("ann", before.passkey().mark()))
        .withMessageContaining("no such passkey");
    assertThatExceptionOfType(UnusableInputException.class)
        .isThrownBy(() -> passkeys.remove("bob", owned("two").passkey().mark()))
        .withMessageContaining("no such passkey");
  }

  @Test
  void whoeverGetsTheNameOfAnAccountThatIsGoneGetsNoneOfItsPasskeys() throws IOException {
    passkeys.add("ann", passkey("one", 0));
    String handle = passkeys.handle("ann");
    byte[] left = Files.readAllBytes(accounts.folder().resolve("ann.passkeys"));
    accounts.remove("ann");
    assertThat(accounts.folder().resolve("ann.passkeys")).doesNotExist();
    Files.write(accounts.folder().resolve("ann.passkeys"), left);
    assertThat(passkeys.find("one")).as("without its account").isEmpty();
    accounts.add("ann", "Anna Other", PASSWORD);
    assertThat(passkeys.find("one")).isEmpty();
    assertThat(passkeys.handle("ann")).isNotEqualTo(handle);
  }

  @Test
  void anAccountHasTwentyAtMostAndNoneTwice() throws IOException {
    for (int i = 0; i < Passkeys.MOST; i++) {
      passkeys.add("ann", passkey("id" + i, 0));
    }
    assertThatExceptionOfType(UnusableInputException.class)
        .isThrownBy(() -> passkeys.add("ann", passkey("more", 0)))
        .withMessageContaining("already has 20");
    assertThatExceptionOfType(UnusableInputException.class)
        .isThrownBy(() -> passkeys.add("bob", passkey("id7", 0)))
        .withMessageContaining("added before");
    assertThatExceptionOfType(UnusableInputException.class)
        .isThrownBy(() -> passkeys.add("eve", passkey("other", 0)))
        .withMessageContaining("no account");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\nb", "a\u0085b", "a\u2028b", "a\u0000", "a\ud800"})
  void aNameThatIsEmptyOrBreaksItsLineIsRefused(String name) {
    assertThatExceptionOfType(UnusableInputException.class)
        .isThrownBy(() -> Passkeys.nameOf(name))
        .withMessageContaining("1 to 60 characters");
  }

  @Test
  void aNameIsKeptAsItIsTyped() throws IOException {
    assertThat(Passkeys.nameOf(" Käse <b> 7 never ")).isEqualTo("Käse <b> 7 never");
    assertThatExceptionOfType(UnusableInputException.class)
        .isThrownBy(() -> Passkeys.nameOf("x".repeat(61)));
    Passkey odd =
        new Passkey("one", "a", "lab.example", 9, true, NOW, Optional.of(NOW), "Käse <b> 7 never");
    passkeys.add("ann", odd);
    assertThat(passkeys.of("ann")).containsExactly(odd);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plumbline passkeys 2\nhandle: HANDLE\n",
        "plumbline passkeys 1\nhandle: short\n",
        "plumbline passkeys 1\nhandle: HANDLE\nid key host\n",
        "plumbline passkeys 1\nhandle: HANDLE\nid key lab 1 synced 2026-99-99T00:00:00Z never a\n"
      })
  void aFileOfAnotherFormIsNamed(String text) throws IOException {
    Path file = accounts.folder().resolve("ann.passkeys");
    Files.writeString(file, text.replace("HANDLE", "A".repeat(43)));
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> passkeys.of("ann"))
        .withMessageContaining(file.toString());
  }

  @Test
  void whatCouldNotBeReadAgainIsNotKept() throws IOException {
    passkeys.add("ann", passkey("one", 0));
    Passkey wide = new Passkey("id id", "a", "lab", 0, true, NOW, Optional.empty(), "a");
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> passkeys.add("ann", wide));
    assertThat(passkeys.of("ann")).hasSize(1);
  }
}
