package dev.plumbline.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Place;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.run.ProbeOutcome;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The console tells a wrong login of product.yaml as soon as the device has refused it. */
class ProgressTest {
  private static final ProbeSpec LOGINS =
      new ProbeSpec(
          "declared-logins",
          "1",
          "Do they work?",
          List.of("login.declared"),
          List.of(),
          Intrusiveness.PROVOKE,
          Duration.ofSeconds(60));

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
        List.of(new Credential("owner", "admin", "secret-1", new Place("product.yaml", 31, 7))),
        List.of(),
        Place.of("product.yaml"));
  }

  private static String told(String accepted, String refused) {
    StringWriter out = new StringWriter();
    Progress progress = new Progress(new PrintWriter(out), product());
    progress.observed(
        new Observation(
            "login.declared",
            "tcp/192.0.2.1/443",
            Observation.Outcome.SEEN,
            Map.of("accepted", List.of(accepted), "refused", List.of(refused)),
            Map.of("mechanisms", List.of("http-basic"), "tried", List.of("owner")),
            "",
            new Observation.Source("p", "1", "1.0", "U-1", "initialized", "r", Instant.EPOCH),
            Optional.empty()));
    progress.ended(LOGINS, new ProbeOutcome(LOGINS.id(), ProbeOutcome.State.DONE, "", 1));
    return out.toString().replaceAll("\\s+", " ");
  }

  @Test
  void aRefusedLoginIsToldWithFileLineAndRemedy() {
    assertThat(told("other", "owner"))
        .contains("! product.yaml:31:7: the login of role 'owner' was refused at tcp/192.0.2.1/443")
        .contains("Correct its user and password under test.credentials in product.yaml")
        .doesNotContain("secret-1");
  }

  @Test
  void aLoginThatWorksIsNotMentioned() {
    assertThat(told("owner", "other")).doesNotContain("!");
  }
}
