package dev.plumbline.workbench.product;

import dev.plumbline.insight.portfolio.JudgedProduct;
import java.util.List;

/**
 * What the list of products keeps of one: little, for many.
 *
 * @param waiting items that wait for a person
 * @param searched items that wait for a confirmation
 */
public record Summary(JudgedProduct product, int waiting, int searched) {
  static Summary of(String folder, Snapshot snapshot) {
    return new Summary(
        JudgedProduct.of(folder, snapshot.workspace().dossier(), snapshot.assessment(), List.of()),
        snapshot.waiting(),
        snapshot.searched());
  }
}
