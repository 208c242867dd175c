package dev.plumbline.catalogue.scheme;

import dev.plumbline.catalogue.Confidence;
import dev.plumbline.core.ProvisionId;
import java.util.List;

/**
 * What a level asks for beside provisions of EN 303 645.
 *
 * @param id the scheme's own number, such as {@code S1.1-02}; a word of ours where it has none
 * @param text what it asks, in our words
 * @param near provisions of V2.1.1 on the same matter; meeting them does not meet it
 * @param proof what counts as proof of it
 */
public record Requirement(
    String id,
    Kind kind,
    String text,
    List<ProvisionId> near,
    Proof proof,
    List<String> sources,
    Confidence confidence) {
  public Requirement {
    near = List.copyOf(near);
    sources = List.copyOf(sources);
  }

  /** What would show it. */
  public enum Kind {
    SBOM,
    BINARY_SCAN,
    PENETRATION_TEST,
    THREAT_MODEL,
    TEST_PLAN,
    /** A statement or declaration that the law asks for. */
    STATEMENT,
    /** Something that has to be published in a certain way. */
    PUBLICATION,
    /** Documents on how the product is made and looked after. */
    LIFECYCLE,
    /** A requirement of another standard or of a scheme's own. */
    CRITERION,
    /** A clause of a law. */
    CLAUSE
  }
}
