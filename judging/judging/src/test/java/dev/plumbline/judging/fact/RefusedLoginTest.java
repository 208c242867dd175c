package dev.plumbline.judging.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Place;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.judging.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A declared login is wrong where the device refuses it somewhere and accepts it nowhere. */
class RefusedLoginTest {
  private static final Credential OWNER =
      new Credential("owner", "admin", "secret-1", new Place("product.yaml", 31, 7));
  private static final String WEB = "tcp/192.0.2.1/443";
  private static final String SHELL = "tcp/192.0.2.1/22";

  private static Product product() {
    return new Product(
        "3.1.3",
        "Maker",
        "Camera",
        "C1",
        "A",
        "1.0",
        "U-1",
        "initialized",
        "S1",
        "",
        List.of(),
        Optional.empty(),
        List.of(),
        new Product.LoginBudget(5, 0),
        List.of(OWNER),
        List.of(),
        Place.of("product.yaml"));
  }

  private static Observation told(String endpoint, List<String> accepted, List<String> refused) {
    return World.observation(
        "login.declared", endpoint, Map.of("accepted", accepted, "refused", refused));
  }

  private static List<RefusedLogin> refused(Observation... told) {
    return RefusedLogin.of(product(), List.of(told));
  }

  @Test
  void aLoginThatIsRefusedIsToldWithItsLineAndWhatToDo() {
    assertThat(refused(told(WEB, List.of(), List.of("owner"))))
        .singleElement()
        .satisfies(
            l ->
                assertThat(l.sentence())
                    .isEqualTo(
                        "product.yaml:31:7: the login of role 'owner' was refused at "
                            + WEB
                            + " and accepted nowhere, so that what needs it stays open. Correct its"
                            + " user and password under test.credentials in product.yaml, then run"
                            + " again.")
                    .doesNotContain("secret-1"));
  }

  @Test
  void aLoginThatIsForAnotherEndpointIsNotWrong() {
    assertThat(
            refused(
                told(SHELL, List.of(), List.of("owner")), told(WEB, List.of("owner"), List.of())))
        .isEmpty();
  }

  @Test
  void whatWasNotAnsweredIsNotWrong() {
    assertThat(refused(World.unanswered("login.declared", WEB, "No answer."))).isEmpty();
    assertThat(refused(told(WEB, List.of(), List.of("visitor")))).isEmpty();
  }
}
