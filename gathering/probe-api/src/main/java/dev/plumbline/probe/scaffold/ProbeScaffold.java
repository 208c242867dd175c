package dev.plumbline.probe.scaffold;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.observation.network.ServiceDisclosed;
import dev.plumbline.observation.registry.Kinds;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Writes the folder of a new probe: class, description and a contract test that fails until filled
 * in.
 */
public final class ProbeScaffold {
  private static final BoundedPattern NAME = BoundedPattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)++");
  private static final String SERVICES =
      "gathering/probes/src/main/resources/META-INF/services/dev.plumbline.probe.Probe";

  private ProbeScaffold() {}

  /**
   * Writes it.
   *
   * @param root directory of the project
   * @param name kebab-case, at least two words, such as {@code mqtt-anonymous-connect}
   * @return what was written, and what is left to do by hand
   * @throws IllegalArgumentException if the name is none, or the probe exists already
   */
  public static Written write(Path root, String name) throws IOException {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'"
              + name
              + "' is no name of a probe; write two or more words, such as mqtt-anonymous-connect");
    }
    if (!Files.isDirectory(root.resolve("gathering/probes"))) {
      throw new IllegalArgumentException(root + " is not the directory of the project");
    }
    String bare = name.replace("-", "");
    String type = camel(name) + "Probe";
    Map<String, String> words = new LinkedHashMap<>();
    words.put("@ID@", name);
    words.put("@PACKAGE@", bare);
    words.put("@CLASS@", type);
    // A kind that there is, so that the probe compiles until its own is written.
    words.put("@KEY@", Kinds.key(ServiceDisclosed.class));
    words.put("@KIND@", ServiceDisclosed.class.getSimpleName());
    words.put("@ADDRESS@", address(name));
    Path main = Path.of("gathering/probes/src/main/java/dev/plumbline/probes", bare);
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(main.resolve(type + ".java"), "Probe.java.txt");
    files.put(main.resolve("package-info.java"), "package-info.java.txt");
    files.put(
        Path.of("gathering/probes/src/main/resources/dev/plumbline/probes", bare, "probe.yaml"),
        "probe.yaml.txt");
    files.put(
        Path.of("gathering/probes/src/test/java/dev/plumbline/probes", bare, type + "Test.java"),
        "ProbeTest.java.txt");
    for (Path file : files.keySet()) {
      if (Files.exists(root.resolve(file))) {
        throw new IllegalArgumentException(file + " exists already");
      }
    }
    for (Map.Entry<Path, String> file : files.entrySet()) {
      Path target = root.resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(target.getParent()));
      Files.writeString(target, filled(file.getValue(), words));
    }
    register(root.resolve(SERVICES), "dev.plumbline.probes." + bare + "." + type);
    return new Written(
        new ArrayList<>(files.keySet()),
        List.of(
            "Add a record for what it observes to the module observations and its line to Kinds, and"
                + " write it in place of "
                + words.get("@KIND@")
                + ".",
            "Then follow docs/howto/add-a-probe.md."));
  }

  /** Adds the class to those that are found, in the order of their names. */
  private static void register(Path services, String type) throws IOException {
    SortedSet<String> types = new TreeSet<>();
    if (Files.exists(services)) {
      types.addAll(Files.readAllLines(services));
    }
    types.add(type);
    Files.createDirectories(Objects.requireNonNull(services.getParent()));
    Files.write(services, types);
  }

  private static String camel(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("-")) {
      camel.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
    }
    return camel.toString();
  }

  // Each test class has a loopback address of its own, so that tests never meet.
  private static String address(String name) {
    int hash = name.hashCode();
    return "127.78." + (hash >>> 8 & 0xff) + "." + (1 + (hash & 0xff) % 254);
  }

  private static String filled(String template, Map<String, String> words) throws IOException {
    try (InputStream in = ProbeScaffold.class.getResourceAsStream(template)) {
      String text =
          new String(Objects.requireNonNull(in, template).readAllBytes(), StandardCharsets.UTF_8);
      for (Map.Entry<String, String> word : words.entrySet()) {
        text = text.replace(word.getKey(), word.getValue());
      }
      return text;
    }
  }

  /**
   * @param files relative to the project
   * @param left what a person does next, as sentences
   */
  public record Written(List<Path> files, List<String> left) {
    public Written {
      files = List.copyOf(files);
      left = List.copyOf(left);
    }
  }
}
