package dev.plumbline.catalogue;

import dev.plumbline.core.ProvisionId;
import java.util.List;

/**
 * A numbered condition or a lettered feature below Table B.1 of EN 303 645.
 *
 * @param label its number ({@code 5}) or letter ({@code aa})
 * @param key a name for people, such as {@code telemetryCollected}
 * @param meaning what holds, in our words
 * @param usedBy the provisions that depend on it
 */
public record Condition(
    String label, String key, String meaning, List<ProvisionId> usedBy, Confidence confidence) {
  public Condition {
    usedBy = List.copyOf(usedBy);
  }
}
