package dev.plumbline.driver;

import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.probe.AccessPlace;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.UserDecision;
import dev.plumbline.probe.Visit;
import dev.plumbline.probe.run.DriverSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Performs what a driver.yaml describes. */
public final class FileDriver implements DeviceDriver {
  /** Largest image, in bytes. */
  private static final long MOST_IMAGE = 256L * 1024 * 1024;

  /** Argument by which steps know the mechanism that they go by. */
  static final String MECHANISM = "mechanism";

  private final DriverFile file;
  private final DossierFolder folder;
  private final Optional<Programs> allowed;
  private final DriverSource.Ground ground;
  private final HttpSteps http;
  private final SshSteps ssh;
  private final ProgramSteps programs;
  private final Optional<Person> person;
  private final Optional<String> mechanism;

  private FileDriver(
      DriverFile file,
      Optional<String> mechanism,
      DossierFolder folder,
      Optional<Programs> allowed,
      Optional<Person> person,
      DriverSource.Ground ground) {
    this.file = file;
    this.mechanism = mechanism;
    this.allowed = allowed;
    this.folder = folder;
    this.ground = ground;
    this.person = person;
    this.http = new HttpSteps(ground);
    this.ssh = new SshSteps(ground);
    this.programs = new ProgramSteps(folder, allowed, ground);
  }

  /**
   * A source of drivers for a run that begins now.
   *
   * @param mayRunPrograms whether the user allowed the programs of this dossier, as they are now,
   *     to run
   * @param person somebody who can be asked; empty when nobody sits at the terminal
   */
  public static DriverSource source(
      DriverFile file, DossierFolder folder, boolean mayRunPrograms, Optional<Person> person) {
    Optional<Programs> allowed =
        mayRunPrograms ? Optional.of(Programs.of(file, folder)) : Optional.empty();
    return ground -> new FileDriver(file, Optional.empty(), folder, allowed, person, ground);
  }

  @Override
  public boolean offers(DriverAction action) {
    return file.actions().containsKey(action);
  }

  @Override
  public Set<String> settings() {
    return file.settings().keySet();
  }

  @Override
  public Optional<byte[]> image(String name) {
    Optional<Path> path =
        Optional.ofNullable(file.images().get(name)).flatMap(p -> folder.file(p, new Problems()));
    try {
      return path.isPresent() && Files.size(path.get()) <= MOST_IMAGE
          ? Optional.of(Files.readAllBytes(path.get()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public Outage outage() {
    return file.outage();
  }

  @Override
  public List<AccessPlace> places() {
    return file.access().values().stream().map(AccessTrial::place).toList();
  }

  @Override
  public Map<String, List<DriverAction>> deletions() {
    return file.deletions();
  }

  @Override
  public List<UserDecision> decisions() {
    return file.decisions();
  }

  @Override
  public Map<String, DeviceDriver> mechanisms() {
    Map<String, DeviceDriver> bound = new LinkedHashMap<>();
    file.mechanisms()
        .forEach(
            (row, one) ->
                bound.put(
                    row,
                    new FileDriver(
                        file.by(row), Optional.of(one.id()), folder, allowed, person, ground)));
    return bound;
  }

  @Override
  public Visit visit(Optional<Credential> as) {
    return new StepVisit(
        file,
        ground.product().credentials(),
        as,
        (step, action, variables, values) ->
            step(step, action, variables, values, Optional.empty()));
  }

  @Override
  public DriverResult perform(
      DriverAction action, Map<String, String> arguments, Optional<byte[]> handed)
      throws InterruptedException {
    List<DriverStep> steps = file.actions().getOrDefault(action, List.of());
    if (steps.isEmpty()) {
      return action == DriverAction.PRESS_BUTTON && person.isPresent()
          ? asked("Press the button '" + arguments.getOrDefault("button", "") + "' of the device.")
          : new DriverResult.Missing("the action " + action.word() + " in driver.yaml");
    }
    try {
      Variables variables = variables(action, arguments);
      Map<String, String> values = new LinkedHashMap<>();
      for (DriverStep step : steps) {
        step(step, action, variables, values, handed);
      }
      return new DriverResult.Done(translated(action, arguments, values));
    } catch (StepFailure e) {
      return e.result();
    }
  }

  private Variables variables(DriverAction action, Map<String, String> arguments) {
    Map<String, String> known = new LinkedHashMap<>(arguments);
    mechanism.ifPresent(m -> known.put(MECHANISM, m));
    if (action == DriverAction.READ_SETTING || action == DriverAction.SET_SETTING) {
      Setting setting = setting(arguments);
      known.put("setting", setting.name());
      String value = arguments.get("value");
      if (value != null) {
        known.put(
            "value",
            setting
                .toDevice(value)
                .orElseThrow(() -> StepFailure.missing("a word for the value '" + value + "'")));
      }
    }
    return new Variables(logins(action, arguments), known);
  }

  /** The logins that are valid now: who changes a password has the one that the action is told. */
  private List<Credential> logins(DriverAction action, Map<String, String> arguments) {
    List<Credential> declared = ground.product().credentials();
    String user = arguments.getOrDefault("user", "");
    String password = arguments.getOrDefault("password", "");
    return action == DriverAction.CHANGE_PASSWORD
        ? declared.stream()
            .map(c -> c.user().equals(user) ? new Credential(c.role(), user, password) : c)
            .toList()
        : declared;
  }

  private Setting setting(Map<String, String> arguments) {
    String name = arguments.getOrDefault("name", "");
    return Optional.ofNullable(file.settings().get(name))
        .orElseThrow(() -> StepFailure.missing("the setting '" + name + "' in driver.yaml"));
  }

  private Map<String, String> translated(
      DriverAction action, Map<String, String> arguments, Map<String, String> values) {
    for (String needed : action.gives()) {
      if (!values.containsKey(needed)) {
        throw StepFailure.errored("the answer holds no " + needed);
      }
    }
    if (action != DriverAction.READ_SETTING) {
      return values;
    }
    Map<String, String> ours = new LinkedHashMap<>(values);
    ours.computeIfPresent(
        "value",
        (k, word) ->
            setting(arguments)
                .fromDevice(word)
                .orElseThrow(
                    () ->
                        StepFailure.errored(
                            "the device says '" + word + "', which driver.yaml gives no name")));
    return ours;
  }

  private void step(
      DriverStep step,
      DriverAction action,
      Variables variables,
      Map<String, String> values,
      Optional<byte[]> handed)
      throws InterruptedException {
    switch (step) {
      case DriverStep.Http h -> {
        if (h.session().isPresent()) {
          logIn(h.session().get(), variables);
        }
        boolean login = action == DriverAction.LOGIN;
        Map<String, String> taken = http.perform(h, variables, handed, login);
        if (login) {
          // A token is as good as the password.
          taken.values().forEach(ground::redact);
        }
        values.putAll(taken);
      }
      case DriverStep.Ssh s -> values.putAll(ssh.perform(s, variables));
      case DriverStep.Program p -> values.putAll(programs.perform(p, action, variables, handed));
      case DriverStep.Ask a -> {
        DriverResult answer = asked(a.request().fill(variables));
        if (!answer.done()) {
          throw StepFailure.of(answer);
        }
      }
      case DriverStep.Rest r -> ground.rest(r.time());
    }
    values.forEach(variables::put);
  }

  /** Logs in by the steps of the action login; what they take is known to later steps. */
  private void logIn(String role, Variables variables) throws InterruptedException {
    var credential = variables.credential(role);
    Map<String, String> arguments =
        Map.of("user", credential.user(), "password", credential.password());
    Variables own = new Variables(ground.product().credentials(), arguments);
    try {
      for (DriverStep step : file.actions().getOrDefault(DriverAction.LOGIN, List.of())) {
        Map<String, String> taken = new LinkedHashMap<>();
        step(step, DriverAction.LOGIN, own, taken, Optional.empty());
        taken.forEach(variables::put);
      }
    } catch (StepFailure e) {
      throw StepFailure.errored("login as " + role + ": " + e.result().reason());
    }
    variables.cookies().putAll(own.cookies());
  }

  private DriverResult asked(String request) throws InterruptedException {
    if (person.isEmpty()) {
      return new DriverResult.Missing("a person at the terminal, to do: " + request);
    }
    return switch (person.get().ask(request)) {
      case DONE -> new DriverResult.Done(Map.of());
      case REFUSED -> new DriverResult.Refused("says the person at the terminal");
      case FAILED -> new DriverResult.Errored("the person at the terminal could not do it");
    };
  }
}
