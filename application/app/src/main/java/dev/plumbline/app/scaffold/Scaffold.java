package dev.plumbline.app.scaffold;

import dev.plumbline.core.BoundedPattern;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * What a new thing of one kind begins as: files that compile and pass the contract of their kind,
 * and the lines that lists of such things need.
 *
 * @param id the kind, such as {@code probe}
 * @param example a good name
 * @param home a folder that the project has
 * @param files path of each file, by its template; words such as {@code @CLASS@} stand for the name
 * @param lists what is added to files that there are
 * @param next what a person does next, as sentences
 */
public record Scaffold(
    String id,
    String example,
    String home,
    Map<String, String> files,
    List<Addition> lists,
    List<String> next) {
  private static final BoundedPattern NAME = BoundedPattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)++");

  public Scaffold {
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    lists = List.copyOf(lists);
    next = List.copyOf(next);
  }

  /**
   * Lines that a list needs.
   *
   * @param at {@code sorted} among all lines, at the {@code end}, or before the line that begins so
   */
  public record Addition(String file, String text, String at) {}

  /**
   * @param files relative to the project
   * @param changed files that there were, relative to the project
   * @param next what a person does next, as sentences
   */
  public record Written(List<Path> files, List<Path> changed, List<String> next) {
    public Written {
      files = List.copyOf(files);
      changed = List.copyOf(changed);
      next = List.copyOf(next);
    }
  }

  /**
   * Writes it.
   *
   * @param root directory of the project
   * @param name kebab-case, at least two words
   * @throws IllegalArgumentException if the name is none, or such a thing exists already; nothing
   *     is written then
   */
  public Written write(Path root, String name) throws IOException {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'" + name + "' is no name; write two or more words with hyphens, such as " + example);
    }
    if (!Files.isDirectory(root.resolve(home))) {
      throw new IllegalArgumentException(root + " is not the directory of the project");
    }
    Map<String, String> words = words(name);
    Map<Path, String> contents = new LinkedHashMap<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = Path.of(filled(file.getValue(), words));
      if (Files.exists(root.resolve(path))) {
        throw new IllegalArgumentException(path + " exists already");
      }
      contents.put(path, filled(template(file.getKey()), words));
    }
    Map<Path, List<String>> changed = new LinkedHashMap<>();
    for (Addition addition : lists) {
      Path path = Path.of(addition.file());
      List<String> before = changed.get(path);
      if (before == null) {
        before = lines(root.resolve(path));
      }
      changed.put(
          path,
          added(before, filled(addition.text(), words).lines().toList(), addition.at(), path));
    }
    for (Map.Entry<Path, String> file : contents.entrySet()) {
      Path target = root.resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(target.getParent()));
      Files.writeString(target, file.getValue());
    }
    for (Map.Entry<Path, List<String>> file : changed.entrySet()) {
      Files.write(root.resolve(file.getKey()), file.getValue());
    }
    return new Written(
        List.copyOf(contents.keySet()),
        List.copyOf(changed.keySet()),
        next.stream().map(n -> filled(n, words)).toList());
  }

  private static List<String> lines(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(file + " is missing");
    }
    return Files.readAllLines(file);
  }

  private static List<String> added(List<String> lines, List<String> more, String at, Path file) {
    if (lines.containsAll(more)) {
      throw new IllegalArgumentException(file + " has it already");
    }
    if (at.equals("sorted")) {
      TreeSet<String> all = new TreeSet<>(lines);
      all.addAll(more);
      return List.copyOf(all);
    }
    List<String> all = new ArrayList<>(lines);
    if (at.equals("end")) {
      all.addAll(more);
      return all;
    }
    int i = 0;
    while (i < all.size() && !all.get(i).startsWith(at)) {
      i++;
    }
    if (i == all.size()) {
      throw new IllegalArgumentException(file + " has no line that begins with '" + at + "'");
    }
    all.addAll(i, more);
    return all;
  }

  private static Map<String, String> words(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("-", -1)) {
      camel.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    Map<String, String> words = new LinkedHashMap<>();
    words.put("@ID@", name);
    words.put("@PACKAGE@", name.replace("-", ""));
    words.put("@CLASS@", camel.toString());
    words.put("@CONSTANT@", name.toUpperCase(Locale.ROOT).replace('-', '_'));
    words.put("@ADDRESS@", address(name));
    return words;
  }

  // Each test class has a loopback address of its own, so that tests never meet.
  private static String address(String name) {
    int hash = name.hashCode();
    return "127.78." + (hash >>> 8 & 0xff) + "." + (1 + (hash & 0xff) % 254);
  }

  private String template(String template) throws IOException {
    try (InputStream in = Scaffold.class.getResourceAsStream(id + "/" + template + ".txt")) {
      return new String(
          Objects.requireNonNull(in, template).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String filled(String text, Map<String, String> words) {
    String filled = text;
    for (Map.Entry<String, String> word : words.entrySet()) {
      filled = filled.replace(word.getKey(), word.getValue());
    }
    return filled;
  }
}
