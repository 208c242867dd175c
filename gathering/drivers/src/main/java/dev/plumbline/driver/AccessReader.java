package dev.plumbline.driver;

import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.file.Shape;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads {@code access}: places, the roles that may reach them, and how each is tried. */
final class AccessReader {
  private final Set<String> roles = new LinkedHashSet<>();
  private final Function<YamlNode, List<DriverStep>> steps;
  private final Places places;
  private final Problems problems;

  /**
   * @param steps reads a step or a list of them
   */
  AccessReader(Product product, Function<YamlNode, List<DriverStep>> steps, Problems problems) {
    product.credentials().forEach(c -> roles.add(c.role()));
    this.places = new Places(product, problems);
    this.steps = steps;
    this.problems = problems;
  }

  Map<String, AccessTrial> read(Shape file) {
    Map<String, AccessTrial> places = new LinkedHashMap<>();
    file.mapping("access")
        .ifPresent(
            m ->
                m.fields()
                    .forEach(
                        (name, field) ->
                            place(name, field.value()).ifPresent(p -> places.put(name, p))));
    return places;
  }

  private Optional<AccessTrial> place(String name, YamlNode node) {
    if (!(node instanceof Mapping m)) {
      Shape.wrong(node, "{for: [ROLE], try: {http: GET /path}}", problems);
      return Optional.empty();
    }
    Shape shape = Shape.of(m, problems, List.of("for", "at", "try"));
    Set<String> named = new LinkedHashSet<>();
    for (Scalar scalar : shape.scalars("for")) {
      named.add(scalar.text());
      if (!roles.contains(scalar.text())) {
        problems.error(
            "PLB-2505",
            scalar.place(),
            "product.yaml has no login of the role '" + Shape.shown(scalar.text()) + "'.",
            roles.isEmpty()
                ? "Add it to 'credentials' there, and set the variable of its 'passwordEnv'."
                : "Add it to 'credentials' there, or name one of " + roles + ".");
      }
    }
    List<DriverStep> tried = shape.node("try").map(steps).orElse(List.of());
    Set<Way> ways = new HashSet<>();
    Set<Endpoint> endpoints = new HashSet<>();
    if (shape.has("at")) {
      places.endpoint(shape, "at").ifPresent(endpoints::add);
    }
    for (DriverStep step : tried) {
      ways.add(way(step));
      endpoint(step).ifPresent(endpoints::add);
    }
    if (named.isEmpty() || endpoints.size() != 1 || ways.size() != 1 || ways.contains(Way.NONE)) {
      problems.error(
          "PLB-2512",
          shape.place(),
          "It is not said who may reach '" + Shape.shown(name) + "', or how that is tried.",
          "Write 'for:' with roles and 'try:' with steps at one endpoint that all bring the"
              + " visitor's login in one way: 'http' without 'as' and 'basic', 'http' with"
              + " ${password}, 'http' with 'basic: visitor', 'ssh' with 'as: visitor', or"
              + " 'program' with 'at:' beside 'try'.");
      return Optional.empty();
    }
    return Optional.of(
        new AccessTrial(
            name, named, endpoints.iterator().next(), tried, ways.contains(Way.SESSION)));
  }

  /** How a step brings the login of a visitor. */
  private enum Way {
    SESSION,
    /** In the request itself, such as a token. */
    REQUEST,
    BASIC,
    SSH,
    PROGRAM,
    NONE
  }

  private static Way way(DriverStep step) {
    return switch (step) {
      case DriverStep.Http h when h.session().isPresent() -> Way.NONE;
      case DriverStep.Http h when h.basic().isEmpty() -> bringsLogin(h) ? Way.REQUEST : Way.SESSION;
      case DriverStep.Http h -> isVisitor(h.basic().get()) ? Way.BASIC : Way.NONE;
      case DriverStep.Ssh s -> isVisitor(s.role()) ? Way.SSH : Way.NONE;
      case DriverStep.Program p -> Way.PROGRAM;
      case DriverStep.Ask a -> Way.NONE;
      case DriverStep.Rest r -> Way.NONE;
    };
  }

  private static boolean bringsLogin(DriverStep step) {
    return DriverLint.templates(step).stream().anyMatch(t -> t.variables().contains("password"));
  }

  private static boolean isVisitor(String role) {
    return role.equals(AccessTrial.VISITOR);
  }

  private static Optional<Endpoint> endpoint(DriverStep step) {
    return switch (step) {
      case DriverStep.Http h -> Optional.of(h.endpoint());
      case DriverStep.Ssh s -> Optional.of(s.endpoint());
      default -> Optional.empty();
    };
  }
}
