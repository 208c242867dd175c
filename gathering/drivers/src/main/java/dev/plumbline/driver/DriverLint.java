package dev.plumbline.driver;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.file.Shape;
import dev.plumbline.probe.DriverAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the actions of a driver.yaml hang together: variables, logins, values. */
final class DriverLint {
  private final DriverFile file;
  private final Map<DriverAction, Place> places;
  private final Set<String> roles;
  private final Problems problems;

  DriverLint(DriverFile file, Map<DriverAction, Place> places, Product product, Problems problems) {
    this.file = file;
    this.places = places;
    this.roles =
        product.credentials().stream().map(Product.Credential::role).collect(Collectors.toSet());
    this.problems = problems;
  }

  void look() {
    places.forEach(
        (a, p) -> action(a, file.actions().getOrDefault(a, List.of()), p, a.arguments()));
    file.mechanisms().values().forEach(this::mechanism);
    file.access().values().forEach(this::access);
  }

  /** Each visitor of a place has logged in, or tried to. */
  private void access(AccessTrial access) {
    Set<String> known = new HashSet<>();
    if (access.session()) {
      login(access.steps().getFirst(), DriverAction.LOGOUT, known);
    } else {
      known.addAll(List.of("user", "password"));
    }
    for (DriverStep step : access.steps()) {
      for (Template template : templates(step)) {
        template.variables().forEach(v -> variable(v, known, step));
      }
      known.addAll(step.takes().keySet());
    }
  }

  /** Steps of its own, which know by which mechanism they go. */
  private void mechanism(DriverMechanism mechanism) {
    List<String> known = new ArrayList<>(List.of(FileDriver.MECHANISM));
    mechanism
        .actions()
        .forEach(
            (action, steps) -> {
              if (!steps.isEmpty()) {
                known.addAll(action.arguments());
                action(action, steps, steps.getFirst().place(), known);
              }
            });
  }

  private void action(
      DriverAction action, List<DriverStep> steps, Place place, List<String> arguments) {
    Set<String> known = new HashSet<>(arguments);
    if (action == DriverAction.LOGOUT && !steps.isEmpty()) {
      login(steps.getFirst(), action, known);
    }
    if (known.contains("name")) {
      known.add("setting");
    }
    boolean program = false;
    for (DriverStep step : steps) {
      session(step, action, known);
      for (Template template : templates(step)) {
        template.variables().forEach(v -> variable(v, known, step));
      }
      known.addAll(step.takes().keySet());
      program |= step instanceof DriverStep.Program;
    }
    if (!program && !known.containsAll(action.gives())) {
      problems.error(
          "PLB-2510",
          place,
          action.word() + " gives no " + String.join(", ", action.gives()) + ".",
          "Take it from an answer: 'take: {value: {json: /value}}'.");
    }
    if (action == DriverAction.READ_STATE && !program && known.size() == arguments.size()) {
      problems.error(
          "PLB-2510",
          place,
          "read-state takes nothing from the device's answer.",
          "Write 'take: {software-version: {json: /version}}'; docs/drivers.md lists the names.");
    }
    if (steps.isEmpty()) {
      problems.error(
          "PLB-2510",
          place,
          action.word() + " has no steps.",
          "Write its steps, or leave the action out.");
    }
  }

  private void session(DriverStep step, DriverAction action, Set<String> known) {
    List<String> used = new ArrayList<>();
    if (step instanceof DriverStep.Http h) {
      h.basic().ifPresent(used::add);
      if (h.session().isPresent()) {
        used.add(h.session().get());
        login(step, action, known);
      }
    } else if (step instanceof DriverStep.Ssh s) {
      used.add(s.role());
    }
    used.forEach(r -> role(r, step.place()));
  }

  private void login(DriverStep step, DriverAction action, Set<String> known) {
    List<DriverStep> login = file.actions().getOrDefault(DriverAction.LOGIN, List.of());
    if (login.isEmpty() || action == DriverAction.LOGIN) {
      problems.error(
          "PLB-2505",
          step.place(),
          "'as', 'logout' and 'access' need the action login, which cannot use them itself.",
          "Describe the action login, or use 'basic: ROLE' for HTTP Basic.");
    }
    login.forEach(s -> known.addAll(s.takes().keySet()));
  }

  private void role(String role, Place place) {
    if (!roles.contains(role)) {
      problems.error(
          "PLB-2505",
          place,
          "product.yaml has no login of the role '" + Shape.shown(role) + "'.",
          roles.isEmpty()
              ? "Add it to 'credentials' there, and set the variable of its 'passwordEnv'."
              : "There are " + String.join(", ", roles.stream().sorted().toList()) + ".");
    }
  }

  private void variable(String name, Set<String> known, DriverStep step) {
    if (name.startsWith(Variables.CREDENTIAL)) {
      String[] path = name.substring(Variables.CREDENTIAL.length()).split("\\.", -1);
      if (path.length == 2 && (path[1].equals("user") || path[1].equals("password"))) {
        role(path[0], step.place());
        return;
      }
    } else if (known.contains(name)) {
      return;
    }
    problems.error(
        "PLB-2511",
        step.place(),
        "'${" + Shape.shown(name) + "}' has no value here.",
        "Known are "
            + String.join(", ", known.stream().sorted().toList())
            + " and credential:ROLE.user and .password.");
  }

  static List<Template> templates(DriverStep step) {
    return switch (step) {
      case DriverStep.Http h ->
          Stream.of(Stream.of(h.path()), h.headers().values().stream(), body(h.body()))
              .flatMap(s -> s)
              .toList();
      case DriverStep.Ssh s -> List.of(s.command());
      case DriverStep.Program p -> List.copyOf(p.with().values());
      case DriverStep.Ask a -> List.of(a.request());
      case DriverStep.Rest r -> List.of();
    };
  }

  private static Stream<Template> body(DriverStep.Body body) {
    return switch (body) {
      case DriverStep.Body.Form f -> f.fields().values().stream();
      case DriverStep.Body.Text t -> Stream.of(t.text());
      case DriverStep.Body.Upload u -> u.fields().values().stream();
      case DriverStep.Body.None n -> Stream.of();
      case DriverStep.Body.Raw r -> Stream.of();
    };
  }
}
