package dev.plumbline.reports.json;

import dev.plumbline.core.ItemId;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.RecordState;
import dev.plumbline.insight.comparison.ResultSnapshot;
import dev.plumbline.insight.comparison.ResultSnapshot.ItemStand;
import dev.plumbline.insight.comparison.ResultSnapshot.ProvisionStand;
import dev.plumbline.reports.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a result.json of before, as far as results are compared. */
public final class ResultReader {
  /** Largest file read, in bytes. */
  public static final int MAX = 256 * 1024 * 1024;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();

  private ResultReader() {}

  /** The bytes are no result that this version can read. */
  public static final class NoResultException extends Exception {
    private static final long serialVersionUID = 1L;

    NoResultException(String why) {
      super(why);
    }
  }

  /**
   * The result.
   *
   * @throws NoResultException if it is no whole result; the message is a sentence
   */
  public static ResultSnapshot read(byte[] bytes) throws NoResultException {
    JsonNode root = tree(bytes);
    Map<String, ProvisionStand> provisions = new LinkedHashMap<>();
    Map<String, ItemStand> items = new LinkedHashMap<>();
    for (JsonNode section : list(root, "sections")) {
      for (JsonNode provision : list(section, "provisions")) {
        String id = text(provision, "provision");
        once(provisions, id);
        provisions.put(id, new ProvisionStand(decided(provision), text(provision, "reason")));
        for (JsonNode item : items(provision)) {
          String name = text(item, "item");
          once(items, name);
          items.put(name, item(item, name));
        }
      }
    }
    JsonNode product = object(root, "product");
    JsonNode standard = object(root, "standard");
    return new ResultSnapshot(
        text(standard, "edition"),
        ResultSnapshot.model(text(product, "manufacturer"), text(product, "model")),
        text(product, "softwareVersion"),
        ResultSnapshot.facts(
            text(standard, "catalogueDigest"), text(standard, "cryptoPolicyDigest")),
        verdict(root),
        provisions,
        items);
  }

  /**
   * How far the record of the dossier had come when the result was written, and of which model it
   * is.
   *
   * @throws NoResultException if the result does not tell; the message is a sentence
   */
  public static RecordThen record(byte[] bytes) throws NoResultException {
    JsonNode root = tree(bytes);
    JsonNode product = object(root, "product");
    return new RecordThen(
        ResultSnapshot.model(text(product, "manufacturer"), text(product, "model")),
        text(root, "generatedAt"),
        RecordTree.read(root.path("record")));
  }

  /**
   * The record as a result knows it.
   *
   * @param model as {@link ResultSnapshot#model} names it
   * @param at when the result was written
   */
  public record RecordThen(String model, String at, RecordState record) {}

  private static JsonNode tree(byte[] bytes) throws NoResultException {
    JsonNode root;
    try {
      root = JSON.readTree(bytes);
    } catch (JacksonException e) {
      throw new NoResultException("it is no JSON, or cut off.");
    }
    if (!ResultTree.SCHEMA.equals(root.path("schema").stringValue(""))) {
      throw new NoResultException("it is no result.json of this form (" + ResultTree.SCHEMA + ").");
    }
    return root;
  }

  private static List<JsonNode> items(JsonNode provision) throws NoResultException {
    List<JsonNode> items = new ArrayList<>();
    for (JsonNode testCase : list(provision, "cases")) {
      for (JsonNode unit : list(testCase, "units")) {
        items.addAll(list(unit, "items"));
      }
    }
    return items;
  }

  private static ItemStand item(JsonNode item, String name) throws NoResultException {
    String provision;
    try {
      provision = ItemId.parse(name).unit().provision().value();
    } catch (IllegalArgumentException e) {
      throw new NoResultException("'" + name + "' is no test item.");
    }
    return new ItemStand(
        provision,
        verdict(item),
        flag(item, "executed"),
        flag(item, "evidenced"),
        flag(item, "stale"),
        text(object(item, "finding"), "reason"));
  }

  private static void once(Map<String, ?> earlier, String id) throws NoResultException {
    if (earlier.containsKey(id)) {
      throw new NoResultException("'" + id + "' stands in it twice.");
    }
  }

  private static Optional<Verdict> decided(JsonNode node) throws NoResultException {
    return text(node, "verdict").equals(Words.verdict(Optional.empty()))
        ? Optional.empty()
        : Optional.of(verdict(node));
  }

  private static Verdict verdict(JsonNode node) throws NoResultException {
    String word = text(node, "verdict");
    for (Verdict verdict : Verdict.values()) {
      if (Words.verdict(verdict).equals(word)) {
        return verdict;
      }
    }
    throw new NoResultException("'" + word + "' is no verdict.");
  }

  private static String text(JsonNode node, String key) throws NoResultException {
    JsonNode value = node.path(key);
    if (!value.isString()) {
      throw new NoResultException("'" + key + "' is missing or no text.");
    }
    return value.stringValue();
  }

  private static boolean flag(JsonNode node, String key) throws NoResultException {
    JsonNode value = node.path(key);
    if (!value.isBoolean()) {
      throw new NoResultException("'" + key + "' is missing or neither true nor false.");
    }
    return value.booleanValue();
  }

  private static JsonNode object(JsonNode node, String key) throws NoResultException {
    JsonNode value = node.path(key);
    if (!value.isObject()) {
      throw new NoResultException("'" + key + "' is missing or no object.");
    }
    return value;
  }

  private static List<JsonNode> list(JsonNode node, String key) throws NoResultException {
    JsonNode value = node.path(key);
    if (!value.isArray()) {
      throw new NoResultException("'" + key + "' is missing or no list.");
    }
    List<JsonNode> list = new ArrayList<>();
    value.forEach(list::add);
    return list;
  }
}
