package dev.plumbline.driver;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.file.Shape;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.driver.DriverStep.Taking;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.PatternSyntaxException;

/** Reads one step. */
final class StepReader {
  private static final List<String> KINDS = List.of("http", "ssh", "program", "ask", "wait");
  private static final List<String> READING =
      List.of("expect", "refused", "expectText", "refusedText", "within", "take");
  private static final BoundedPattern REQUEST =
      BoundedPattern.compile("(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (/\\S*)");
  private static final int LONGEST = 600;
  private static final int USUAL_PROGRAM = 60;

  private final DossierFolder folder;
  private final Places places;
  private final DriverReader.Defaults defaults;
  private final Problems problems;

  StepReader(
      DossierFolder folder, Product product, DriverReader.Defaults defaults, Problems problems) {
    this.folder = folder;
    this.places = new Places(product, problems);
    this.defaults = defaults;
    this.problems = problems;
  }

  Optional<DriverStep> read(Mapping node) {
    List<String> kinds = KINDS.stream().filter(k -> node.get(k).isPresent()).toList();
    if (kinds.size() != 1) {
      problems.error(
          "PLB-2504",
          node.place(),
          kinds.isEmpty() ? "The step does nothing." : "The step is of the kinds " + kinds + ".",
          "Write exactly one of " + KINDS + " in each step.");
      return Optional.empty();
    }
    return switch (kinds.getFirst()) {
      case "http" -> http(node);
      case "ssh" -> ssh(node);
      case "program" -> program(node);
      case "ask" -> ask(node);
      default -> rest(node);
    };
  }

  private Optional<DriverStep> http(Mapping node) {
    Shape shape =
        shape(
            node, "http", "at", "tls", "as", "basic", "headers", "form", "json", "text", "upload");
    Matcher request = REQUEST.matcher(shape.text("http").orElse(""));
    if (!request.matches()) {
      problems.error(
          "PLB-2506",
          shape.place("http"),
          "This is no request.",
          "Write a method and a path, such as 'http: GET /api/status'.");
    }
    Optional<Endpoint> at =
        shape.has("at") ? places.endpoint(shape, "at") : needed(defaults.http(), shape, "http");
    if (!request.matches() || at.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new DriverStep.Http(
            request.group(1),
            Template.of(request.group(2)),
            at.get(),
            shape.flag("tls").orElse(!shape.has("at") && defaults.tls()),
            shape.text("as"),
            shape.text("basic"),
            templates(shape, "headers"),
            body(shape),
            reading(shape),
            seconds(shape, "within", 0),
            takes(shape),
            node.place()));
  }

  private DriverStep.Body body(Shape shape) {
    List<String> bodies =
        List.of("form", "json", "text", "upload").stream().filter(shape::has).toList();
    if (bodies.size() > 1 && !bodies.equals(List.of("form", "upload"))) {
      problems.error(
          "PLB-2504",
          shape.place(bodies.getLast()),
          "The request has the bodies " + bodies + ".",
          "Keep one of them; 'form' may stand beside 'upload'.");
    }
    if (shape.has("upload")) {
      return upload(shape);
    }
    if (shape.has("form")) {
      return new DriverStep.Body.Form(templates(shape, "form"));
    }
    if (shape.has("json")) {
      return new DriverStep.Body.Text(
          Template.of(shape.scalar("json").map(Scalar::text).orElse("")), "application/json");
    }
    return shape.has("text")
        ? new DriverStep.Body.Text(
            Template.of(shape.scalar("text").map(Scalar::text).orElse("")), "text/plain")
        : new DriverStep.Body.None();
  }

  /** {@code upload: raw} or {@code upload: {field: firmware, name: update.bin}}. */
  private DriverStep.Body upload(Shape shape) {
    String place = shape.place("upload").toString();
    if (shape.node("upload").filter(Scalar.class::isInstance).isPresent()) {
      if (!shape.text("upload").filter("raw"::equals).isPresent()) {
        problems.error(
            "PLB-2504",
            shape.place("upload"),
            "'" + Shape.shown(shape.text("upload").orElse("")) + "' is no way to upload.",
            "Write 'upload: raw' or 'upload: {field: firmware, name: update.bin}'.");
      }
      return new DriverStep.Body.Raw();
    }
    Optional<Shape> form = shape.child("upload", List.of("field", "name"));
    String field = form.flatMap(f -> f.text("field")).orElse("file");
    String name = form.flatMap(f -> f.text("name")).orElse("update.bin");
    if (!(field + name).matches("[\\w.-]+")) {
      problems.error(
          "PLB-2504",
          shape.place("upload"),
          "The name of the field or file has characters that a form cannot carry (" + place + ").",
          "Use letters, digits, '.', '-' and '_'.");
    }
    return new DriverStep.Body.Upload(field, name, templates(shape, "form"));
  }

  private Optional<DriverStep> ssh(Mapping node) {
    Shape shape = shape(node, "ssh", "at", "as");
    Optional<Endpoint> at =
        shape.has("at") ? places.endpoint(shape, "at") : needed(defaults.ssh(), shape, "ssh");
    Optional<String> role = shape.text("as").or(defaults::sshRole);
    if (role.isEmpty()) {
      problems.error(
          "PLB-2505",
          node.place(),
          "The command names no login.",
          "Write 'as: administrator' with a role of product.yaml's credentials.");
    }
    Template command = Template.of(shape.scalar("ssh").map(Scalar::text).orElse(""));
    if (command.quotesVariables()) {
      problems.error(
          "PLB-2506",
          shape.place("ssh"),
          "A variable stands within quotes, which its value could end.",
          "Leave out the quotes; the value is quoted as one word.");
    }
    if (at.isEmpty() || role.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new DriverStep.Ssh(
            command,
            at.get(),
            role.get(),
            reading(shape),
            seconds(shape, "within", 0),
            takes(shape),
            node.place()));
  }

  private Optional<Endpoint> needed(Optional<Endpoint> usual, Shape shape, String kind) {
    if (usual.isEmpty()) {
      problems.error(
          "PLB-2501",
          shape.place(),
          "The step does not say where it goes.",
          "Write 'at: ADDRESS:PORT' here, or '" + kind + ": {endpoint: ADDRESS:PORT}' on top.");
    }
    return usual;
  }

  private Optional<DriverStep> program(Mapping node) {
    Shape shape = Shape.of(node, problems, List.of("program", "with", "limit"));
    String written = shape.text("program").orElse("");
    String file = written.equals("true") ? defaults.program().orElse("") : written;
    Optional<Path> path = folder.file(file, problems);
    if (path.isEmpty() || !Files.isExecutable(path.get())) {
      problems.error(
          "PLB-2507",
          shape.place("program"),
          "There is no executable file '" + Shape.shown(file) + "' in the dossier.",
          "Name a file inside the dossier's folder and make it executable (chmod +x).");
      return Optional.empty();
    }
    return Optional.of(
        new DriverStep.Program(
            file, templates(shape, "with"), seconds(shape, "limit", USUAL_PROGRAM), node.place()));
  }

  private Optional<DriverStep> ask(Mapping node) {
    Shape shape = Shape.of(node, problems, List.of("ask"));
    return Optional.of(new DriverStep.Ask(Template.of(shape.text("ask").orElse("")), node.place()));
  }

  private Optional<DriverStep> rest(Mapping node) {
    Shape shape = Shape.of(node, problems, List.of("wait"));
    return Optional.of(new DriverStep.Rest(seconds(shape, "wait", 1), node.place()));
  }

  private Shape shape(Mapping node, String... own) {
    List<String> keys = new ArrayList<>(List.of(own));
    keys.addAll(READING);
    return Shape.of(node, problems, keys);
  }

  private DriverStep.Reading reading(Shape shape) {
    return new DriverStep.Reading(
        numbers(shape, "expect"),
        numbers(shape, "refused"),
        pattern(shape, "expectText"),
        pattern(shape, "refusedText"));
  }

  private List<Integer> numbers(Shape shape, String key) {
    List<Integer> numbers = new ArrayList<>();
    for (Scalar scalar : shape.scalars(key)) {
      Optional<Long> number = scalar.asLong().filter(n -> n >= 0 && n <= 999);
      number.ifPresent(n -> numbers.add(n.intValue()));
      if (number.isEmpty()) {
        Shape.wrong(scalar, "a status such as 200, or an exit code", problems);
      }
    }
    return numbers;
  }

  private Duration seconds(Shape shape, String key, int usual) {
    long seconds = shape.scalar(key).map(s -> s.asLong().orElse(-1L)).orElse((long) usual);
    if (seconds < 0 || seconds > LONGEST) {
      problems.error(
          "PLB-2508",
          shape.place(key),
          "This is no time that a step may take.",
          "Write seconds from 0 to " + LONGEST + ".");
      return Duration.ZERO;
    }
    return Duration.ofSeconds(seconds);
  }

  private Optional<BoundedPattern> pattern(Shape shape, String key) {
    return shape.scalar(key).flatMap(this::pattern);
  }

  private Optional<BoundedPattern> pattern(Scalar scalar) {
    try {
      return Optional.of(BoundedPattern.compile(scalar.text()));
    } catch (PatternSyntaxException e) {
      problems.error(
          "PLB-2509",
          scalar.place(),
          "This is no regular expression: " + e.getDescription() + ".",
          "Escape what stands for itself with a backslash.");
      return Optional.empty();
    }
  }

  private Map<String, Template> templates(Shape shape, String key) {
    Map<String, Template> templates = new LinkedHashMap<>();
    shape
        .mapping(key)
        .ifPresent(
            m ->
                m.fields()
                    .forEach(
                        (name, field) -> {
                          if (field.value() instanceof Scalar s && name.matches("[!-9;-~ ]+")) {
                            templates.put(name, Template.of(s.text()));
                          } else {
                            Shape.wrong(
                                field.value(), "a single value with a plain name", problems);
                          }
                        }));
    return templates;
  }

  private Map<String, Taking> takes(Shape shape) {
    Map<String, Taking> takes = new LinkedHashMap<>();
    shape
        .mapping("take")
        .ifPresent(
            m ->
                m.fields()
                    .forEach(
                        (name, field) -> taking(field.value()).ifPresent(t -> takes.put(name, t))));
    return takes;
  }

  private Optional<Taking> taking(YamlNode node) {
    if (!(node instanceof Mapping m)) {
      Shape.wrong(node, "{json: /pointer}, {match: 'expression'} or {header: Name}", problems);
      return Optional.empty();
    }
    Shape shape = Shape.of(m, problems, List.of("json", "match", "header"));
    if (shape.has("match")) {
      return pattern(shape, "match").map(Taking.Match::new);
    }
    if (shape.has("header")) {
      return shape.text("header").map(Taking.Header::new);
    }
    String pointer = shape.scalar("json").map(Scalar::text).orElse("-");
    if (!pointer.isEmpty() && !pointer.startsWith("/")) {
      Place place = shape.place("json");
      problems.error(
          "PLB-2509",
          place,
          "This is no JSON pointer.",
          "Write where the value stands, such as /settings/autoUpdate.");
      return Optional.empty();
    }
    return Optional.of(new Taking.Json(pointer));
  }
}
