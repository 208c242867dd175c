package dev.plumbline.driver;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.file.Shape;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Listing;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads a {@code driver.yaml}; tells everything that is wrong at once. */
final class DriverReader {
  private static final List<String> KEYS =
      List.of(
          "http",
          "ssh",
          "program",
          "settings",
          "images",
          "outage",
          "access",
          "deletions",
          "decisions",
          "mechanisms",
          "actions");

  private static final List<DriverAction> DELETING =
      List.of(
          DriverAction.DELETE_DATA, DriverAction.DELETE_SERVICE_DATA, DriverAction.FACTORY_RESET);

  private static final long LONGEST_OUTAGE = 900;

  private final DossierFolder folder;
  private final Product product;
  private final Ixit ixit;
  private final Problems problems;

  DriverReader(DossierFolder folder, Dossier dossier, Problems problems) {
    this.folder = folder;
    this.product = dossier.product();
    this.ixit = dossier.ixit();
    this.problems = problems;
  }

  DriverFile read(Mapping root) {
    Shape file = Shape.of(root, problems, KEYS);
    Defaults defaults = defaults(file);
    Map<DriverAction, List<DriverStep>> actions = new EnumMap<>(DriverAction.class);
    Map<DriverAction, Place> places = new EnumMap<>(DriverAction.class);
    file.mapping("actions")
        .ifPresent(
            m ->
                m.fields()
                    .forEach(
                        (word, field) ->
                            action(word, field)
                                .ifPresent(
                                    a -> {
                                      List<DriverStep> steps = steps(field.value(), defaults);
                                      actions.put(a, steps);
                                      // A step that cannot be read has its own problem.
                                      if (steps.size() == count(field.value())) {
                                        places.put(a, field.keyPlace());
                                      }
                                    })));
    if (actions.isEmpty()) {
      problems.error(
          "PLB-2502",
          file.place("actions"),
          "The file describes no action.",
          "Write 'actions:' with at least one of " + words() + ".");
    }
    Map<String, AccessTrial> access =
        new AccessReader(product, n -> steps(n, defaults), problems).read(file);
    Map<String, Setting> settings = settings(file);
    Map<String, String> images = images(file);
    DriverFile read =
        new DriverFile(
            settings,
            images,
            actions,
            outage(file),
            access,
            deletions(file),
            new DecisionReader(settings.keySet(), problems).read(file),
            new MechanismReader(ixit, n -> steps(n, defaults), problems)
                .read(file, settings.keySet(), images.keySet(), places));
    new DriverLint(read, places, product, problems).look();
    return read;
  }

  private Optional<DriverAction> action(String word, YamlNode.Field field) {
    Optional<DriverAction> action = DriverAction.of(word);
    if (action.isEmpty()) {
      problems.error(
          "PLB-2502",
          field.keyPlace(),
          "'" + Shape.shown(word) + "' is no action.",
          "There are " + words() + ".");
    }
    return action;
  }

  private static String words() {
    return java.util.Arrays.stream(DriverAction.values())
        .map(DriverAction::word)
        .collect(Collectors.joining(", "));
  }

  /**
   * What steps take where they name nothing of their own.
   *
   * @param program path inside the dossier
   */
  record Defaults(
      Optional<Endpoint> http,
      boolean tls,
      Optional<Endpoint> ssh,
      Optional<String> sshRole,
      Optional<String> program) {}

  private Defaults defaults(Shape file) {
    Optional<Shape> http = file.child("http", List.of("endpoint", "tls"));
    Optional<Shape> ssh = file.child("ssh", List.of("endpoint", "as"));
    Places places = new Places(product, problems);
    return new Defaults(
        http.flatMap(h -> places.endpoint(h, "endpoint")),
        http.flatMap(h -> h.flag("tls")).orElse(false),
        ssh.flatMap(s -> places.endpoint(s, "endpoint")),
        ssh.flatMap(s -> s.text("as")),
        file.text("program"));
  }

  private static int count(YamlNode steps) {
    return steps instanceof Listing l ? l.items().size() : 1;
  }

  private List<DriverStep> steps(YamlNode node, Defaults defaults) {
    StepReader reader = new StepReader(folder, product, defaults, problems);
    List<DriverStep> steps = new ArrayList<>();
    List<YamlNode> items = node instanceof Listing l ? l.items() : List.of(node);
    for (YamlNode item : items) {
      if (item instanceof Mapping m) {
        reader.read(m).ifPresent(steps::add);
      } else {
        Shape.wrong(item, "a step, such as 'http: GET /status'", problems);
      }
    }
    return steps;
  }

  private Map<String, Setting> settings(Shape file) {
    Map<String, Setting> settings = new LinkedHashMap<>();
    file.mapping("settings")
        .ifPresent(
            m -> m.fields().forEach((name, field) -> settings.put(name, setting(field.value()))));
    return settings;
  }

  private Setting setting(YamlNode node) {
    if (node instanceof Scalar s && !s.isEmpty()) {
      return new Setting(s.text(), Map.of());
    }
    if (!(node instanceof Mapping m)) {
      Shape.wrong(node, "the device's name of the setting, or {name: …, values: {…}}", problems);
      return new Setting("", Map.of());
    }
    Shape shape = Shape.of(m, problems, List.of("name", "values"));
    Optional<String> name = shape.text("name");
    if (name.isEmpty()) {
      Shape.wrong(node, "'name' with the device's name of the setting", problems);
    }
    Map<String, String> values = new LinkedHashMap<>();
    shape
        .mapping("values")
        .ifPresent(
            v ->
                v.fields()
                    .forEach(
                        (ours, field) -> {
                          if (field.value() instanceof Scalar s) {
                            values.put(ours, s.text());
                          } else {
                            Shape.wrong(field.value(), "the device's word", problems);
                          }
                        }));
    Set<String> distinct = new TreeSet<>(values.values());
    if (distinct.size() < values.size()) {
      problems.error(
          "PLB-2503",
          shape.place("values"),
          "Two values have the same word on the device, so that it cannot be read back.",
          "Give each value its own word.");
    }
    return new Setting(name.orElse(""), values);
  }

  private Map<String, List<DriverAction>> deletions(Shape file) {
    Optional<Mapping> mapping = file.mapping("deletions");
    Map<String, List<DriverAction>> deletions = new LinkedHashMap<>();
    if (mapping.isEmpty()) {
      return deletions;
    }
    Shape rows = Shape.of(mapping.get(), problems, List.copyOf(mapping.get().fields().keySet()));
    for (String row : mapping.get().fields().keySet()) {
      List<DriverAction> actions = new ArrayList<>();
      for (Scalar word : rows.scalars(row)) {
        Optional<DriverAction> action = DriverAction.of(word.text()).filter(DELETING::contains);
        action.ifPresent(actions::add);
        if (action.isEmpty()) {
          problems.error(
              "PLB-2502",
              word.place(),
              "'" + Shape.shown(word.text()) + "' is no action that deletes.",
              "There are " + DELETING.stream().map(DriverAction::word).toList() + ".");
        }
      }
      deletions.put(row, List.copyOf(actions));
    }
    return deletions;
  }

  private DeviceDriver.Outage outage(Shape file) {
    Optional<Shape> shape = file.child("outage", List.of("seconds", "back"));
    return new DeviceDriver.Outage(seconds(shape, "seconds", 60), seconds(shape, "back", 180));
  }

  private Duration seconds(Optional<Shape> shape, String key, long usual) {
    long seconds = shape.flatMap(s -> s.scalar(key)).map(s -> s.asLong().orElse(-1L)).orElse(usual);
    if (seconds < 1 || seconds > LONGEST_OUTAGE) {
      problems.error(
          "PLB-2508",
          shape.orElseThrow().place(key),
          "This is no length of an outage.",
          "Write seconds from 1 to " + LONGEST_OUTAGE + ".");
      return Duration.ofSeconds(usual);
    }
    return Duration.ofSeconds(seconds);
  }

  private Map<String, String> images(Shape file) {
    Map<String, String> images = new LinkedHashMap<>();
    file.mapping("images")
        .ifPresent(
            m ->
                m.fields()
                    .forEach(
                        (name, field) -> {
                          String path = field.value() instanceof Scalar s ? s.text() : "";
                          images.put(name, path);
                          if (folder.file(path, problems).isEmpty()) {
                            problems.error(
                                "PLB-2507",
                                field.value().place(),
                                "There is no image '" + Shape.shown(path) + "' in the dossier.",
                                "Put the file into the dossier's folder and name it from there.");
                          }
                        }));
    return images;
  }
}
