package dev.plumbline.workbench.web;

import java.util.List;
import java.util.Optional;

/**
 * What stands around every page.
 *
 * @param title of the page
 * @param product whose page it is
 * @param tab id of the page within the product
 * @param csrf token for forms
 * @param person who works here; empty until said
 * @param command what does the same in a terminal
 */
public record Shell(
    String title,
    Optional<ProductLink> product,
    String tab,
    String csrf,
    Optional<String> person,
    String command) {

  /**
   * A product in the head of a page.
   *
   * @param path where its pages begin
   */
  public record ProductLink(String path, String name) {}

  /** A page of a product in the head of a page. */
  public record Tab(String id, String label, String path) {}

  private static final List<Tab> TABS =
      List.of(
          new Tab("overview", "Overview", ""),
          new Tab("declare", "Declare", "/ics"),
          new Tab("test", "Test", "/test"),
          new Tab("decide", "Decide", "/decide"),
          new Tab("confirm", "Confirm", "/confirm"),
          new Tab("review", "Review", "/review"),
          new Tab("attacks", "Attacks", "/attacks"),
          new Tab("labels", "Labels", "/labels"),
          new Tab("reports", "Reports", "/reports"),
          new Tab("signoff", "Sign-off", "/signoff"));

  private static final List<Tab> PAGES =
      List.of(
          new Tab("products", "Products", "/"),
          new Tab("portfolio", "Portfolio", "/portfolio"),
          new Tab("statistics", "Statistics", "/statistics"));

  /** The pages of all products together. */
  public List<Tab> pages() {
    return PAGES;
  }

  /** The pages of the product. */
  public List<Tab> tabs() {
    return TABS;
  }
}
