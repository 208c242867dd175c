package dev.plumbline.documents;

import dev.plumbline.documents.Block.Grid;
import dev.plumbline.documents.Piece.Words;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The requirements of a law beside the provisions that give evidence for them. */
final class PairRows {
  private static final List<String> HEAD =
      List.of("Requirement", "About", "Evidence: provisions with their verdicts", "Pairing");

  private PairRows() {}

  static Grid grid(List<Mapping> pairs, DocumentFacts declared) {
    List<List<List<Piece>>> rows = new ArrayList<>();
    for (Mapping pair : pairs) {
      rows.add(
          List.of(
              words(Definition.need(pair, "id")),
              words(Definition.need(pair, "about")),
              words(evidence(pair.texts("provisions"), declared)),
              words(Definition.need(pair, "confidence"))));
    }
    return new Grid(HEAD, rows);
  }

  private static String evidence(List<String> provisions, DocumentFacts declared) {
    List<String> parts = new ArrayList<>();
    for (String id : provisions) {
      Optional<GroupResult> group = declared.provision(id);
      if (group.isPresent()) {
        parts.add(id + ": " + word(group));
      }
    }
    return parts.isEmpty()
        ? "none: no provision of this edition is known to go with it"
        : String.join("; ", parts);
  }

  /** What became of a provision. */
  static String word(Optional<GroupResult> group) {
    if (group.isEmpty()) {
      return "not in this edition";
    }
    return group
        .get()
        .verdict()
        .map(
            v ->
                switch (v) {
                  case PASS -> "PASS";
                  case FAIL -> "FAIL";
                  case INCONCLUSIVE -> "INCONCLUSIVE";
                  case NOT_APPLICABLE -> "N/A";
                })
        .orElse("declined");
  }

  private static List<Piece> words(String text) {
    return List.of(new Words(text));
  }
}
