package dev.plumbline.checks.data;

import dev.plumbline.checks.CheckData;
import dev.plumbline.checks.Declared;
import dev.plumbline.checks.Questions;
import dev.plumbline.checks.logins.KnownPasswordTrials;
import dev.plumbline.core.Remedy;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.firmware.FirmwareSecrets;
import dev.plumbline.observation.login.LoginDefaultPassword;
import dev.plumbline.observation.login.PasswordSamples;
import dev.plumbline.observation.registry.Kinds;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A secret that stands in the source code is not the one in use: units differ, known defaults are
 * refused, and the password that the unit takes does not stand in the image. Decides passwords; for
 * keys somebody has to try the built-in one.
 */
public final class BuiltInSecretsAreReplaced implements Check {
  private static final Remedy FIRMWARE =
      new Remedy.ImportFile("a firmware image (plumbline firmware DIR IMAGE)");
  private static final long LEAST_UNITS =
      Long.parseLong(CheckData.read("trials.yaml").text("leastUnits").orElseThrow());

  @Override
  public List<String> needs() {
    return List.of(
        Image.SECRETS,
        Image.MARKERS,
        Kinds.key(PasswordSamples.class),
        Kinds.key(LoginDefaultPassword.class));
  }

  @Override
  public Set<TableRole> reads() {
    return Set.of(TableRole.AUTHENTICATION_MECHANISMS);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    if (item.entry().isEmpty()) {
      return Outcome.undetermined("The item names no row.");
    }
    IxitEntry row = item.entry().get();
    List<IxitEntry> logins =
        Declared.of(facts).table(TableRole.AUTHENTICATION_MECHANISMS).stream()
            .filter(a -> row.texts("services").contains(a.subject()))
            .toList();
    if (logins.isEmpty() || logins.size() < row.texts("services").size()) {
      return Outcome.undetermined(
          "Row "
              + row.id()
              + " does not name login mechanisms alone as its services; not tested; needed: a trial of"
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
            "Sampled units have different values, the known passwords tried were refused, and the"
                + " password in use was not found in the image as far as it was opened.");
  }

  private static void image(IxitEntry row, Image image, Questions questions) {
    Questions.Asked clean =
        questions.ask("Does the password in use not stand in the image?", row.subject());
    Optional<Observation> secrets = image.secrets();
    Optional<Observation> markers = image.markers();
    if (secrets.isEmpty() || markers.isEmpty()) {
      clean.left("not tested; needed: a firmware image (plumbline firmware DIR IMAGE)", FIRMWARE);
      return;
    }
    questions.restsOn(secrets.get());
    image.whole(clean);
    if (!image.lookedForPasswords()) {
      clean.left(
          "product.yaml names no password of the unit that could be looked for",
          new Remedy.ChangeDeclaration("product.yaml, test.credentials", "name the password"));
    }
    for (String place : image.passwords()) {
      if (image.ofTheUnit()) {
        clean.left(
            "the password in use stands at " + place + " of what was read from the unit itself",
            new Remedy.PersonLooks("whether the password at " + place + " is built in"));
      } else {
        clean.refuted(
            markers.get(), "the image holds the password that this unit takes, at " + place);
      }
    }
    secrets.flatMap(o -> o.as(FirmwareSecrets.class)).stream()
        .flatMap(f -> f.found().stream())
        .filter(f -> f.kind().equals("password-in-url"))
        .forEach(
            f ->
                clean.left(
                    "a password stands at " + f.place() + "; a person tries it for " + row.id(),
                    new Remedy.PersonLooks("the password at " + f.place())));
    clean.answered(markers.get(), "it was looked for and not found in the image");
    questions.lookedAt("what could be opened of the firmware image");
    questions.notLookedAt("built-in values in another encoding, or made by the program");
  }

  private static void login(IxitEntry login, Facts facts, Questions questions) {
    Questions.Asked differ =
        questions.ask("Do sampled units have different passwords?", login.subject());
    Optional<Observation> answer = facts.newest(PasswordSamples.class, login.subject());
    answer.ifPresent(questions::restsOn);
    Optional<PasswordSamples> samples = answer.flatMap(o -> o.as(PasswordSamples.class));
    if (samples.isEmpty()) {
      differ.left(
          "not tested; needed: passwords of several units of "
              + login.id()
              + " (test.samples)"
              + answer.map(o -> ": " + o.reason()).orElse(""),
          new Remedy.GiveSamples(
              "the passwords of at least " + LEAST_UNITS + " units for " + login.id()));
    } else {
      PasswordSamples s = samples.get();
      if (s.duplicates() > 0) {
        differ.refuted(answer.get(), "units share a password");
      }
      if (Math.min(s.count(), s.units()) < LEAST_UNITS) {
        differ.left(
            "fewer than " + LEAST_UNITS + " units were compared",
            new Remedy.GiveSamples("the passwords of at least " + LEAST_UNITS + " units"));
      }
      differ.answered(answer.get(), "the passwords of " + s.units() + " units differ");
      questions.lookedAt(s.count() + " sampled passwords of " + login.id());
    }
    List<Endpoint> endpoints = Declared.of(facts).endpoints(login);
    if (endpoints.isEmpty()) {
      questions
          .ask("Does the login refuse every known password?", login.subject())
          .left(
              "row " + login.id() + " names no endpoint", new Remedy.AddEndpoints(login.subject()));
    }
    endpoints.forEach(e -> KnownPasswordTrials.ask(facts, login, e, questions));
  }
}
