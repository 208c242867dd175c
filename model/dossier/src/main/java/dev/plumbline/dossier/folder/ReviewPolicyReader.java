package dev.plumbline.dossier.folder;

import dev.plumbline.core.Problems;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.file.Shape;
import dev.plumbline.dossier.signed.ReviewPolicy;
import dev.plumbline.dossier.signed.ReviewPolicy.KnownSigner;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads policy.yaml: which decisions need a review, whether blind, and whose keys count. */
public final class ReviewPolicyReader {
  static final String FILE = "policy.yaml";

  private static final List<String> VERDICTS = List.of("PASS", "FAIL", "INCONCLUSIVE", "N/A");

  private final Problems problems;

  ReviewPolicyReader(Problems problems) {
    this.problems = problems;
  }

  /** Where a verdict or the whole file cannot be read, every verdict needs a review. */
  static ReviewPolicy unreadable() {
    return new ReviewPolicy(EnumSet.allOf(Verdict.class), false, List.of());
  }

  ReviewPolicy read(Mapping root) {
    Shape shape = Shape.of(root, problems, List.of("review", "blind", "people"));
    Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
    for (Scalar word : shape.scalars("review")) {
      Optional<Verdict> verdict = verdict(word.text());
      if (verdict.isEmpty()) {
        problems.error(
            "PLB-1077",
            word.place(),
            "'" + Shape.shown(word.text()) + "' is not a verdict.",
            "Write some of " + String.join(", ", VERDICTS) + ".");
        return unreadable();
      }
      verdicts.add(verdict.get());
    }
    List<KnownSigner> people = new ArrayList<>();
    for (Mapping item : shape.mappings("people")) {
      Shape person = Shape.of(item, problems, List.of("name", "key"));
      Optional<String> name = person.text("name");
      Optional<String> key = person.text("key");
      if (name.isEmpty() || key.isEmpty()) {
        problems.error(
            "PLB-1078",
            item.place(),
            "The person has no name or no key.",
            "Write name: and key: such as \"SHA256:3f…\", as 'plumbline comment' and others show it.");
      }
      people.add(new KnownSigner(name.orElse(""), key.orElse("")));
    }
    return new ReviewPolicy(verdicts, shape.flag("blind").orElse(false), people);
  }

  private static Optional<Verdict> verdict(String word) {
    return switch (word.strip().toUpperCase(Locale.ROOT)) {
      case "PASS" -> Optional.of(Verdict.PASS);
      case "FAIL" -> Optional.of(Verdict.FAIL);
      case "INCONCLUSIVE" -> Optional.of(Verdict.INCONCLUSIVE);
      case "N/A", "NOT_APPLICABLE" -> Optional.of(Verdict.NOT_APPLICABLE);
      default -> Optional.empty();
    };
  }
}
