package dev.plumbline.dossier.product;

import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.dossier.Product.LoginBudget;
import dev.plumbline.dossier.Product.PasswordSample;
import dev.plumbline.dossier.SecretUse;
import dev.plumbline.dossier.file.DossierFiles;
import dev.plumbline.dossier.file.Secrets;
import dev.plumbline.dossier.file.Shape;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what concerns logins: budget, credentials, password samples. */
public final class LoginReader {
  private static final int MOST_ATTEMPTS = 100_000;
  private static final List<String> CREDENTIAL = List.of("role", "user", "passwordEnv", "password");

  private final DossierFiles files;
  private final Secrets secrets;
  private final Problems problems;

  LoginReader(DossierFiles files, Secrets secrets, Problems problems) {
    this.files = files;
    this.secrets = secrets;
    this.problems = problems;
  }

  /** The budget; 0 where nothing or nonsense is written. */
  LoginBudget budget(Shape test) {
    return test.child("loginBudget", List.of("wrongAttempts", "bruteForceAttempts", "waitSeconds"))
        .map(
            b ->
                new LoginBudget(
                    attempts(b, "wrongAttempts"),
                    attempts(b, "bruteForceAttempts"),
                    b.has("waitSeconds") ? attempts(b, "waitSeconds") : LoginBudget.USUAL_WAIT))
        .orElse(new LoginBudget(0, 0));
  }

  private int attempts(Shape budget, String key) {
    Optional<Scalar> scalar = budget.scalar(key);
    if (scalar.isEmpty()) {
      return 0;
    }
    long attempts = scalar.get().asLong().orElse(-1L);
    if (attempts < 0 || attempts > MOST_ATTEMPTS) {
      problems.error(
          "PLB-2015",
          scalar.get().place(),
          "'" + Shape.shown(scalar.get().text()) + "' is no number of attempts or seconds.",
          "Write a whole number from 0 to " + MOST_ATTEMPTS + "; 0 forbids them.");
      return 0;
    }
    return (int) attempts;
  }

  List<Credential> credentials(Shape test) {
    List<Credential> credentials = new ArrayList<>();
    List<Mapping> items = test.mappings("credentials");
    if (items.stream().anyMatch(m -> m.text("passwordEnv").isPresent())) {
      secrets.faults().forEach(problems::add);
    }
    for (Mapping item : items) {
      Shape shape = Shape.of(item, problems, CREDENTIAL);
      if (!shape.has("role")
          || !shape.has("user")
          || shape.has("password") == shape.has("passwordEnv")) {
        problems.error(
            "PLB-2016",
            shape.place(),
            "A credential needs a role, a user, and either 'passwordEnv' or 'password'.",
            "Write 'passwordEnv: PLUMBLINE_NAME' to take the password from that environment"
                + " variable.");
        continue;
      }
      password(shape)
          .ifPresent(
              p ->
                  credentials.add(
                      new Credential(
                          shape.text("role").orElse(""),
                          shape.text("user").orElse(""),
                          p,
                          shape.place())));
    }
    return credentials;
  }

  private Optional<String> password(Shape shape) {
    Optional<Scalar> written = shape.scalar("password");
    if (written.isPresent()) {
      problems.hint(
          "PLB-2018",
          shape.place("password"),
          "A password stands in the dossier in clear text.",
          "Use 'passwordEnv' unless it is printed in the manual anyway.");
      return written.map(Scalar::text);
    }
    Optional<String> name = shape.text("passwordEnv");
    if (name.isPresent() && !secrets.allow(name.get())) {
      unread(shape, name.get());
      return Optional.empty();
    }
    Optional<String> value = name.flatMap(secrets::value);
    if (name.isPresent() && value.isEmpty() && secrets.faults().isEmpty()) {
      problems.warning(
          "PLB-2017",
          shape.place("passwordEnv"),
          "The environment has no variable '" + Shape.shown(name.get()) + "'.",
          "Set it before 'plumbline test'; what needs this login is not tested otherwise.");
    }
    return value;
  }

  private void unread(Shape shape, String variable) {
    boolean taken = secrets.others().contains(variable);
    problems.error(
        "PLB-2025",
        shape.place("passwordEnv"),
        "The environment variable '"
            + Shape.shown(variable)
            + "' is not read: "
            + (taken
                ? "secrets.yaml of this user gives it to other dossiers alone."
                : "a dossier may name variables that begin with " + Secrets.PREFIX + " only."),
        taken
            ? "Name a variable of this product, or add this dossier to that file (docs/secrets.md)."
            : "Write 'passwordEnv: " + renamed(variable) + "', and set that variable.");
  }

  private String renamed(String variable) {
    String name = Secrets.PREFIX + variable.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
    return secrets.allow(name) ? name : Secrets.PREFIX + "PASSWORD";
  }

  /** The variables that credentials name and that may be read. */
  List<SecretUse> secrets(Shape test) {
    List<SecretUse> wanted = new ArrayList<>();
    for (Mapping item : test.mappings("credentials")) {
      Shape shape = Shape.of(item, problems, CREDENTIAL);
      shape
          .text("passwordEnv")
          .filter(secrets::allow)
          .map(
              name ->
                  new SecretUse(
                      name,
                      shape.text("role").orElse(""),
                      shape.text("user").orElse(""),
                      secrets.value(name).isPresent(),
                      shape.place("passwordEnv")))
          .ifPresent(wanted::add);
    }
    return wanted;
  }

  List<PasswordSample> samples(Shape test) {
    Optional<String> file = test.text("samples");
    if (file.isEmpty()) {
      return List.of();
    }
    Optional<String> fault = DossierFiles.pathFault(file.get());
    if (fault.isPresent()) {
      problems.error(
          "PLB-2019",
          test.place("samples"),
          "The path '" + Shape.shown(file.get()) + "' " + fault.get() + ".",
          "Name a file inside the dossier, such as samples/passwords.csv.");
      return List.of();
    }
    return new SampleReader(problems).read(files, file.get());
  }
}
