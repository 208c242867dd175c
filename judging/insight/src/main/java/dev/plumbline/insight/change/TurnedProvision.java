package dev.plumbline.insight.change;

import dev.plumbline.core.ProvisionId;

/**
 * A provision whose verdict is another one.
 *
 * @param before PASS, FAIL, INCONCLUSIVE, N/A, declined, or absent
 * @param after the same
 */
public record TurnedProvision(ProvisionId provision, String title, String before, String after) {}
