package dev.plumbline.reports.json;

import dev.plumbline.core.Digest;
import dev.plumbline.dossier.RecordState;
import dev.plumbline.dossier.RecordState.JournalState;
import dev.plumbline.reports.json.ResultReader.NoResultException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The state of a record as it stands in results and checkpoints. */
public final class RecordTree {
  private RecordTree() {}

  /** As plain maps and lists, in an order of its own. */
  public static Map<String, Object> of(RecordState state) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("journals", state.journals().stream().map(RecordTree::journal).toList());
    state.index().ifPresent(d -> tree.put("evidenceDigest", d.hex()));
    tree.put(
        "evidence",
        state.evidence().entrySet().stream()
            .map(
                e -> {
                  Map<String, Object> file = new LinkedHashMap<>();
                  file.put("sha256", e.getKey());
                  file.put("entry", e.getValue().hex());
                  return file;
                })
            .toList());
    return tree;
  }

  private static Map<String, Object> journal(JournalState j) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("file", j.file());
    map.put("lines", j.lines());
    map.put("bytes", j.bytes());
    map.put("sha256", j.sha256().hex());
    map.put("head", j.head().hex());
    map.put("before", j.before().hex());
    return map;
  }

  /**
   * Reads what {@link #of} wrote.
   *
   * @throws NoResultException if it is anything else; the message is a sentence
   */
  public static RecordState read(JsonNode tree) throws NoResultException {
    if (!tree.path("journals").isArray() || !tree.path("evidence").isArray()) {
      throw new NoResultException("it does not tell how far the record had come.");
    }
    try {
      List<JournalState> journals = new ArrayList<>();
      for (JsonNode j : tree.path("journals")) {
        journals.add(
            new JournalState(
                text(j, "file"),
                number(j, "lines"),
                number(j, "bytes"),
                digest(j, "sha256"),
                digest(j, "head"),
                digest(j, "before")));
      }
      Map<String, Digest> evidence = new LinkedHashMap<>();
      for (JsonNode e : tree.path("evidence")) {
        evidence.put(digest(e, "sha256").hex(), digest(e, "entry"));
      }
      return new RecordState(
          journals,
          tree.has("evidenceDigest")
              ? Optional.of(digest(tree, "evidenceDigest"))
              : Optional.empty(),
          evidence);
    } catch (IllegalArgumentException e) {
      throw new NoResultException("its record cannot be read: " + e.getMessage() + ".");
    }
  }

  private static Digest digest(JsonNode node, String key) {
    return new Digest(text(node, key));
  }

  private static String text(JsonNode node, String key) {
    if (!node.path(key).isString()) {
      throw new IllegalArgumentException("'" + key + "' is missing or no text");
    }
    return node.path(key).stringValue();
  }

  private static long number(JsonNode node, String key) {
    if (!node.path(key).isIntegralNumber() || !node.path(key).canConvertToLong()) {
      throw new IllegalArgumentException("'" + key + "' is missing or no whole number");
    }
    return node.path(key).longValue();
  }
}
