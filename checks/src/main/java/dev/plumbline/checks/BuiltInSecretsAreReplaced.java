package dev.plumbline.checks;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Check;
import dev.plumbline.engine.Decides;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.TestItem;
import java.util.List;
import java.util.Optional;

/**
 * A secret that stands in the source code is not the one in use: units differ, known defaults are
 * refused, and the password that the unit takes does not stand in the image. Decides passwords; for
 * keys somebody has to try the built-in one.
 */
@Decides(v211 = "5.4-3-2a", v313 = "5.4-3-2a")
public final class BuiltInSecretsAreReplaced implements Check {
  private static final String SAMPLES = "password.samples";
  private static final String DEFAULTS = "login.default-password";
  private static final long LEAST_UNITS =
      Long.parseLong(CheckData.read("trials.yaml").text("leastUnits").orElseThrow());

  @Override
  public List<String> needs() {
    return List.of(Image.SECRETS, Image.MARKERS, SAMPLES, DEFAULTS);
  }

  @Override
  public List<String> reads() {
    return List.of("1-AuthMech");
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    if (item.entry().isEmpty()) {
      return Outcome.undetermined("The item names no row.");
    }
    IxitEntry row = item.entry().get();
    List<IxitEntry> logins =
        Declared.of(facts).table(1).stream()
            .filter(a -> row.texts("services").contains(a.subject()))
            .toList();
    if (logins.isEmpty() || logins.size() < row.texts("services").size()) {
      return Outcome.undetermined(
          "Row "
              + row.id()
              + " does not name login mechanisms alone as its services; missing means: a trial of"
              + " the built-in value.");
    }
    Questions questions = new Questions();
    image(row, new Image(facts), questions);
    logins.forEach(l -> login(l, facts, questions));
    return questions
        .contradicting(
            Declared.place(row, "provisioningMechanism"),
            row.id() + ": " + row.text("provisioningMechanism"))
        .outcome(
            "The built-in value seems to be in use: ",
            "Give each unit a value of its own in production or at set-up, and take the built-in"
                + " one out.",
            "Sampled units have different values, known defaults were refused, and the password in"
                + " use does not stand in the image.");
  }

  private static void image(IxitEntry row, Image image, Questions questions) {
    Optional<Observation> secrets = image.secrets();
    Optional<Observation> markers = image.markers();
    if (secrets.isEmpty() || markers.isEmpty()) {
      questions.gap("missing means: a firmware image (plumbline firmware DIR IMAGE)");
      return;
    }
    questions.restsOn(secrets.get());
    questions.restsOn(markers.get());
    image.whole(secrets.get(), questions);
    if (!image.lookedForPasswords()) {
      questions.gap("product.yaml names no password of the unit that could be looked for");
    }
    for (String place : image.passwords()) {
      if (image.ofTheUnit()) {
        questions.gap(
            "the password in use stands at " + place + " of what was read from the unit itself");
      } else {
        questions.against(
            "the image holds the password that this unit takes, at " + place, markers.get());
      }
    }
    Traffic.maps(secrets.get(), "found").stream()
        .filter(f -> "password-in-url".equals(f.get("kind")))
        .forEach(
            f ->
                questions.gap(
                    "a password stands at "
                        + f.get("place")
                        + "; a person tries it for "
                        + row.id()));
  }

  private static void login(IxitEntry login, Facts facts, Questions questions) {
    Optional<Observation> samples =
        facts.observations(SAMPLES, login.subject()).stream().filter(Observation::seen).findFirst();
    if (samples.isEmpty()) {
      questions.gap(
          "missing means: passwords of several units of " + login.id() + " (test.samples)");
    } else {
      Observation o = samples.get();
      questions.restsOn(o);
      if (o.number("duplicates").orElse(0L) > 0) {
        questions.against("units share a password", o);
      }
      if (o.number("count").orElse(0L) < LEAST_UNITS || o.number("duplicates").isEmpty()) {
        questions.gap("fewer than " + LEAST_UNITS + " units were compared");
      }
    }
    List<Endpoint> endpoints = Declared.of(facts).endpoints(login);
    if (endpoints.isEmpty()) {
      questions.gap("row " + login.id() + " names no endpoint");
    }
    endpoints.forEach(e -> defaults(e, facts, questions));
  }

  private static void defaults(Endpoint endpoint, Facts facts, Questions questions) {
    Optional<Observation> tried =
        facts.observations(DEFAULTS, endpoint.toString()).stream()
            .filter(Observation::seen)
            .findFirst();
    if (tried.isEmpty()) {
      questions.gap("no known default was tried at " + endpoint);
      return;
    }
    Observation o = tried.get();
    questions.restsOn(o);
    if (o.value().get("accepted") instanceof List<?> l && !l.isEmpty()) {
      questions.against("a known default password is accepted at " + endpoint, o);
    } else if (!(o.coverage().get("tried") instanceof Number n && n.longValue() > 0)) {
      questions.gap("how many known defaults were tried at " + endpoint + " is not known");
    }
  }
}
