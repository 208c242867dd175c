package dev.plumbline.dossier;

import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.dossier.Product.LoginBudget;
import dev.plumbline.dossier.Product.PasswordSample;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what concerns logins: budget, credentials, password samples. */
final class LoginReader {
  private static final int MOST_ATTEMPTS = 100_000;
  private static final List<String> CREDENTIAL = List.of("role", "user", "passwordEnv", "password");

  private final DossierFiles files;
  private final Map<String, String> environment;
  private final Problems problems;

  LoginReader(DossierFiles files, Map<String, String> environment, Problems problems) {
    this.files = files;
    this.environment = environment;
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
    for (Mapping item : test.mappings("credentials")) {
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
    if (name.isPresent() && !SecretUse.isName(name.get())) {
      problems.error(
          "PLB-2025",
          shape.place("passwordEnv"),
          "The environment variable '"
              + Shape.shown(name.get())
              + "' is not read: a dossier may name variables that begin with "
              + SecretUse.PREFIX
              + " only.",
          "Write 'passwordEnv: " + renamed(name.get()) + "', and set that variable.");
      return Optional.empty();
    }
    Optional<String> value = name.map(environment::get);
    if (name.isPresent() && value.isEmpty()) {
      problems.warning(
          "PLB-2017",
          shape.place("passwordEnv"),
          "The environment has no variable '" + Shape.shown(name.get()) + "'.",
          "Set it before 'plumbline test'; what needs this login is not tested otherwise.");
    }
    return value;
  }

  private static String renamed(String variable) {
    String name =
        SecretUse.PREFIX + variable.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
    return SecretUse.isName(name) ? name : SecretUse.PREFIX + "PASSWORD";
  }

  /** The variables that credentials name and that may be read. */
  List<SecretUse> secrets(Shape test) {
    List<SecretUse> secrets = new ArrayList<>();
    for (Mapping item : test.mappings("credentials")) {
      Shape shape = Shape.of(item, problems, CREDENTIAL);
      shape
          .text("passwordEnv")
          .filter(SecretUse::isName)
          .map(
              name ->
                  new SecretUse(
                      name,
                      shape.text("role").orElse(""),
                      shape.text("user").orElse(""),
                      environment.containsKey(name),
                      shape.place("passwordEnv")))
          .ifPresent(secrets::add);
    }
    return secrets;
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
