package dev.plumbline.driver;

import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.dossier.Shape;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.util.ArrayList;
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
  private final Function<YamlNode, List<Step>> steps;
  private final Problems problems;

  /**
   * @param steps reads a step or a list of them
   */
  AccessReader(
      List<Credential> credentials, Function<YamlNode, List<Step>> steps, Problems problems) {
    credentials.forEach(c -> roles.add(c.role()));
    this.steps = steps;
    this.problems = problems;
  }

  Map<String, Access> read(Shape file) {
    Map<String, Access> places = new LinkedHashMap<>();
    file.mapping("access")
        .ifPresent(
            m ->
                m.fields()
                    .forEach(
                        (name, field) ->
                            place(name, field.value()).ifPresent(p -> places.put(name, p))));
    return places;
  }

  private Optional<Access> place(String name, YamlNode node) {
    if (!(node instanceof Mapping m)) {
      Shape.wrong(node, "{for: [ROLE], try: {http: GET /path}}", problems);
      return Optional.empty();
    }
    Shape shape = Shape.of(m, problems, List.of("for", "try"));
    Set<String> named = new LinkedHashSet<>();
    for (Scalar scalar : shape.scalars("for")) {
      named.add(scalar.text());
      if (!roles.contains(scalar.text())) {
        problems.error(
            "PLB-2505",
            scalar.place(),
            "product.yaml has no login of the role '" + Shape.shown(scalar.text()) + "'.",
            "Add it to 'credentials' there, or name one of " + roles + ".");
      }
    }
    List<Step.Http> tried = new ArrayList<>();
    List<Step> read = shape.node("try").map(steps).orElse(List.of());
    for (Step step : read) {
      if (step instanceof Step.Http h && h.session().isEmpty() && h.basic().isEmpty()) {
        tried.add(h);
      }
    }
    boolean oneEndpoint = tried.stream().map(Step.Http::endpoint).distinct().count() == 1;
    if (named.isEmpty() || tried.size() < read.size() || !oneEndpoint) {
      problems.error(
          "PLB-2512",
          shape.place(),
          "It is not said who may reach '" + Shape.shown(name) + "', or how that is tried.",
          "Write 'for:' with roles and 'try:' with HTTP requests to one endpoint, without 'as' and"
              + " 'basic': each visitor brings a login of its own.");
      return Optional.empty();
    }
    return Optional.of(new Access(name, named, tried));
  }
}
