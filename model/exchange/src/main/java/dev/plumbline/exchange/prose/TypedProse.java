package dev.plumbline.exchange.prose;

import dev.plumbline.catalogue.Fields;
import dev.plumbline.catalogue.Resources;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/**
 * Writes in words what typed fields of a row say, and reads in the words of a column what its typed
 * fields could say. The sentences are our own ({@code exchange/prose.yaml}).
 */
public final class TypedProse {
  private static final BoundedPattern FIELD = BoundedPattern.compile("\\$\\{(\\w+)}");
  private static final TypedProse SHIPPED = load();

  private final List<Sentence> sentences;

  private TypedProse(List<Sentence> sentences) {
    this.sentences = List.copyOf(sentences);
  }

  /** The sentences of all tables. */
  public static TypedProse shipped() {
    return SHIPPED;
  }

  /**
   * A sentence of a column.
   *
   * @param flag the field that decides between both sentences; empty for one with values
   * @param says for true, or with {@code ${field}} where values stand
   * @param saysNot for false; empty without a flag
   * @param reads by field, what gives its value; with a flag, what says true
   * @param readsNot what says false
   */
  private record Sentence(
      String column,
      Optional<String> flag,
      String says,
      String saysNot,
      Map<String, BoundedPattern> reads,
      Optional<BoundedPattern> readsNot) {}

  private static TypedProse load() {
    return new TypedProse(
        new Fields(new Resources().read("exchange/prose.yaml"))
            .list("sentences").stream().map(TypedProse::sentence).toList());
  }

  private static Sentence sentence(Fields node) {
    Optional<String> flag = node.optional("flag");
    Map<String, BoundedPattern> reads = new LinkedHashMap<>();
    if (flag.isPresent()) {
      node.optional("reads").ifPresent(p -> reads.put(flag.get(), BoundedPattern.compile(p)));
    } else {
      Optional<Mapping> patterns = node.child("reads").map(Fields::node);
      patterns.ifPresent(
          m ->
              m.fields()
                  .keySet()
                  .forEach(k -> reads.put(k, BoundedPattern.compile(m.text(k).orElse("")))));
    }
    return new Sentence(
        node.need("column"),
        flag,
        node.need("says"),
        node.text("saysNot"),
        reads,
        node.optional("readsNot").map(BoundedPattern::compile));
  }

  /**
   * What a column would say.
   *
   * @param column its key
   * @param fields the values of the row by key, as {@code YamlNode.plain} gives them
   * @return empty where the fields of no sentence all have a value
   */
  public Optional<String> text(String column, Map<String, Object> fields) {
    String said =
        sentences.stream()
            .filter(s -> s.column().equals(column))
            .flatMap(s -> said(s, fields).stream())
            .collect(Collectors.joining(" "));
    return Optional.of(said).filter(s -> !s.isEmpty());
  }

  private static Optional<String> said(Sentence sentence, Map<String, Object> fields) {
    if (sentence.flag().isPresent()) {
      return fields.get(sentence.flag().get()) instanceof Boolean b
          ? Optional.of(b ? sentence.says() : sentence.saysNot())
          : Optional.empty();
    }
    StringBuilder said = new StringBuilder();
    Matcher field = FIELD.matcher(sentence.says());
    while (field.find()) {
      String value = shown(fields.getOrDefault(field.group(1), ""));
      if (value.isBlank()) {
        return Optional.empty();
      }
      field.appendReplacement(said, Matcher.quoteReplacement(value));
    }
    return Optional.of(field.appendTail(said).toString());
  }

  private static String shown(Object value) {
    return value instanceof List<?> l
        ? l.stream().map(String::valueOf).collect(Collectors.joining(", "))
        : String.valueOf(value);
  }

  /**
   * What the words of a column give its typed fields. Words that give a field two values give it
   * none.
   *
   * @param column its key
   * @param text its words
   * @return {@code Boolean}, {@code Long} or {@code String} by key of the field
   */
  public Map<String, Object> values(String column, String text) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Sentence s : sentences) {
      if (!s.column().equals(column)) {
        continue;
      }
      if (s.flag().isPresent()) {
        flag(s, text).ifPresent(v -> values.put(s.flag().get(), v));
      } else {
        s.reads().forEach((key, p) -> only(p, text).ifPresent(v -> values.put(key, v)));
      }
    }
    return values;
  }

  private static Optional<Object> flag(Sentence sentence, String text) {
    boolean yes = sentence.reads().values().stream().anyMatch(p -> p.matcher(text).find());
    boolean no = sentence.readsNot().filter(p -> p.matcher(text).find()).isPresent();
    return yes == no ? Optional.empty() : Optional.of(yes);
  }

  private static Optional<Object> only(BoundedPattern pattern, String text) {
    Set<String> found = new LinkedHashSet<>();
    Matcher m = pattern.matcher(text);
    while (m.find()) {
      found.add(m.group(1));
    }
    if (found.size() != 1) {
      return Optional.empty();
    }
    String value = List.copyOf(found).getFirst();
    return Optional.of(value.matches("\\d{1,9}") ? (Object) Long.parseLong(value) : value);
  }

  /** The keys of each sentence: its column and its typed fields. */
  public List<List<String>> keys() {
    List<List<String>> keys = new ArrayList<>();
    for (Sentence s : sentences) {
      Set<String> all = new LinkedHashSet<>(List.of(s.column()));
      s.flag().ifPresent(all::add);
      Matcher field = FIELD.matcher(s.says());
      while (field.find()) {
        all.add(field.group(1));
      }
      all.addAll(s.reads().keySet());
      keys.add(List.copyOf(all));
    }
    return keys;
  }
}
