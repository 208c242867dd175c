package dev.plumbline.probes.bruteforceresistance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Product;
import dev.plumbline.probe.hostile.ProbeTrial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHintsTest {
  private static final Product PRODUCT =
      ProbeTrial.against(Endpoint.tcp("127.77.24.22", 80))
          .credential("owner", "owner-2044", "x")
          .product();

  private static PasswordHints hints(String password) {
    return new PasswordHints(password, PRODUCT);
  }

  @Test
  void theLongestPartIsTold() {
    PasswordHints hints = hints("m4tz-9kwd-x2hq");
    assertThat(hints.read("Wrong. It begins with m4tz-9kw...")).contains("m4tz-9kw");
    assertThat(hints.found()).containsExactly("beginning");
    assertThat(hints.read("Wrong. It ends with 9kwd-x2hq.")).contains("9kwd-x2hq");
    assertThat(hints.found()).containsExactly("beginning", "end");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Wrong user name or password.",
        "Wrong. It begins with m4t.",
        "M4TZ-9KWD",
        "9kwd in the middle tells nothing of where it stands",
        ""
      })
  void whatHoldsNoLongPartIsNoHint(String text) {
    PasswordHints hints = hints("m4tz-9kwd-x2hq");
    assertThat(hints.read(text)).isEmpty();
    assertThat(hints.found()).isEmpty();
  }

  @Test
  void wordsAndDeclaredNamesMayStandOnAnyPage() {
    assertThat(hints("smart-home-7312").read("Your smart-home says: wrong password")).isEmpty();
    assertThat(hints("Owner2044-x9").read("No such login: Owner2044")).isEmpty();
    assertThat(hints("20441873").read("Ticket 204418")).isEmpty();
  }
}
