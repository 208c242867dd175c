package dev.plumbline.probe;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** Reads {@code probe.yaml}. */
final class ProbeSpecFile {
  static final String NAME = "probe.yaml";

  private static final BoundedPattern BUDGET = BoundedPattern.compile("(\\d{1,5}) ?(s|min)");
  private static final BoundedPattern ID = BoundedPattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*+");
  private static final BoundedPattern KEY =
      BoundedPattern.compile("[a-z]+(\\.[a-z0-9]+(-[a-z0-9]+)*+)++");

  private final Mapping root;
  private final String file;
  private final Problems problems;

  private ProbeSpecFile(Mapping root, String file, Problems problems) {
    this.root = root;
    this.file = file;
    this.problems = problems;
  }

  static ProbeSpec load(Class<?> probe) {
    String file = probe.getPackageName().replace('.', '/') + "/" + NAME;
    try (InputStream in = probe.getResourceAsStream(NAME)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + file + " beside " + probe.getName());
      }
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ProbeSpec read(String text, String file) {
    Problems problems = new Problems();
    Optional<YamlNode> node = YamlReader.read(text, file, problems);
    Optional<ProbeSpec> spec =
        node.filter(Mapping.class::isInstance)
            .map(m -> new ProbeSpecFile((Mapping) m, file, problems).spec());
    if (problems.hasErrors() || spec.isEmpty()) {
      throw new IllegalStateException(
          problems.sorted().stream()
              .map(Object::toString)
              .collect(Collectors.joining("\n", file + " cannot be used:\n", "")));
    }
    return spec.get();
  }

  private ProbeSpec spec() {
    String id = matching("id", ID, "a kebab-case id, such as tcp-open-ports");
    List<String> produces = keys("produces");
    if (produces.isEmpty()) {
      wrong("produces", "A probe has to produce at least one key.", "List its observation keys.");
    }
    Intrusiveness least = level("intrusiveness");
    Intrusiveness most = root.get("most").isPresent() ? level("most") : least;
    if (most.compareTo(least) < 0) {
      wrong("most", "'most' is less than 'intrusiveness'.", "Write more, or leave it out.");
    }
    return new ProbeSpec(
        id,
        required("version", "a version, such as 1.0.0"),
        required("question", "what the probe asks, as a question"),
        produces,
        keys("consumes"),
        least,
        most,
        budget(),
        read(
            "asks", Asked::parse, "Write tcp-ports, services http, udp 5353 mdns, driver, nobody."),
        read("may", Effect::parse, "Write words such as wrong-logins, lock-account, restart."),
        keys("follows"));
  }

  private <T> List<T> read(String field, Function<String, Optional<T>> form, String remedy) {
    List<T> read = new ArrayList<>();
    for (String text : root.texts(field)) {
      form.apply(text)
          .ifPresentOrElse(read::add, () -> wrong(field, "'" + text + "' is unknown.", remedy));
    }
    return read;
  }

  private String required(String key, String what) {
    Optional<String> text = root.text(key);
    if (text.isEmpty()) {
      wrong(key, "The field '" + key + "' is missing.", "Write " + what + ".");
    }
    return text.orElse("");
  }

  private String matching(String key, BoundedPattern form, String what) {
    String text = required(key, what);
    if (!text.isEmpty() && !form.matcher(text).matches()) {
      wrong(key, "'" + text + "' is no " + key + ".", "Write " + what + ".");
    }
    return text;
  }

  private List<String> keys(String field) {
    List<String> keys = root.texts(field);
    for (String key : keys) {
      if (!KEY.matcher(key).matches()) {
        wrong(field, "'" + key + "' is no observation key.", "Write protocol.fact.");
      }
    }
    return keys;
  }

  private Intrusiveness level(String key) {
    String text = required(key, "observe, provoke or stress");
    for (Intrusiveness level : Intrusiveness.values()) {
      if (level.name().toLowerCase(Locale.ROOT).equals(text)) {
        return level;
      }
    }
    wrong(key, "'" + text + "' is unknown.", "Write observe, provoke or stress.");
    return Intrusiveness.STRESS;
  }

  private Duration budget() {
    Matcher m = BUDGET.matcher(matching("budget", BUDGET, "a time, such as 90 s or 5 min"));
    if (!m.matches()) {
      return Duration.ZERO;
    }
    long count = Long.parseLong(m.group(1));
    return m.group(2).equals("s") ? Duration.ofSeconds(count) : Duration.ofMinutes(count);
  }

  private void wrong(String key, String what, String remedy) {
    Place place = root.get(key).map(YamlNode::place).orElse(Place.of(file));
    problems.error("PLB-7001", place, what, remedy);
  }
}
