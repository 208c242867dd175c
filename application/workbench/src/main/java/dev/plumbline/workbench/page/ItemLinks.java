package dev.plumbline.workbench.page;

import dev.plumbline.core.ItemId;
import dev.plumbline.workbench.product.Product;

/** Addresses of items, rows and provisions of a product. */
public final class ItemLinks {
  private ItemLinks() {}

  /** Where the way to the verdict of an item is shown. */
  public static String explain(Product product, ItemId item) {
    return product.path() + "/explain?item=" + ProductPages.encoded(item.toString());
  }

  /** Where a provision is shown. */
  public static String provision(Product product, String id) {
    return product.path() + "/provision?id=" + ProductPages.encoded(id);
  }

  /**
   * Where all items of a row are shown.
   *
   * @param subject such as {@code 15-Intf/Intf-1}
   */
  public static String row(Product product, String subject) {
    return product.path() + "/row?row=" + ProductPages.encoded(subject);
  }
}
