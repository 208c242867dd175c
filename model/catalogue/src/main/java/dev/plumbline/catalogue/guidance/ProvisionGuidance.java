package dev.plumbline.catalogue.guidance;

import dev.plumbline.core.ProvisionId;
import java.util.Map;

/**
 * What a good colleague says about a provision. All texts are our own.
 *
 * @param differs how the editions differ for it; empty when they do not
 */
public record ProvisionGuidance(
    ProvisionId id,
    String asks,
    String stops,
    String done,
    String declare,
    String tested,
    String pitfalls,
    String differs) {
  /** The texts by the name of their field, in reading order. */
  public Map<String, String> texts() {
    Map<String, String> texts = new java.util.LinkedHashMap<>();
    texts.put("asks", asks);
    texts.put("stops", stops);
    texts.put("done", done);
    texts.put("declare", declare);
    texts.put("tested", tested);
    texts.put("pitfalls", pitfalls);
    return texts;
  }
}
