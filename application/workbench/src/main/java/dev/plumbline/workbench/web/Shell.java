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

  /**
   * Pages of a product that belong together.
   *
   * @param pages at least one; the group opens the first
   */
  public record Group(String label, List<Tab> pages) {
    public Group {
      pages = List.copyOf(pages);
    }

    /** Where it begins. */
    public String path() {
      return pages.getFirst().path();
    }

    /** Whether a page is one of them. */
    public boolean has(String tab) {
      return pages.stream().anyMatch(p -> p.id().equals(tab));
    }
  }

  private static final List<Group> GROUPS =
      List.of(
          new Group("Overview", List.of(new Tab("overview", "Overview", ""))),
          new Group(
              "Declare",
              List.of(
                  new Tab("interview", "Interview", "/interview"),
                  new Tab("ics", "ICS", "/ics"),
                  new Tab("ixit", "IXIT", "/ixit"),
                  new Tab("drafts", "Drafts", "/drafts"),
                  new Tab("import", "Import", "/import"))),
          new Group(
              "Test",
              List.of(
                  new Tab("test", "Run", "/test"), new Tab("impact", "Change impact", "/impact"))),
          new Group(
              "Decide",
              List.of(
                  new Tab("decide", "Decide", "/decide"),
                  new Tab("confirm", "Confirm", "/confirm"))),
          new Group(
              "Review",
              List.of(
                  new Tab("review", "Review", "/review"),
                  new Tab("signoff", "Sign-off", "/signoff"))),
          new Group(
              "Results",
              List.of(
                  new Tab("labels", "Labels", "/labels"),
                  new Tab("attacks", "Attacks", "/attacks"),
                  new Tab("differences", "Differences", "/differences"),
                  new Tab("documents", "Documents", "/documents"),
                  new Tab("reports", "Reports", "/reports"))));

  private static final List<Tab> PAGES =
      List.of(
          new Tab("products", "Products", "/"),
          new Tab("portfolio", "Portfolio", "/portfolio"),
          new Tab("statistics", "Statistics", "/statistics"));

  /** The pages of all products together. */
  public List<Tab> pages() {
    return PAGES;
  }

  /** The pages of the product, in groups. */
  public List<Group> groups() {
    return GROUPS;
  }

  /** The pages beside this one in its group; none where it stands alone. */
  public List<Tab> beside() {
    return product().isEmpty()
        ? List.of()
        : GROUPS.stream()
            .filter(g -> g.has(tab) && g.pages().size() > 1)
            .findFirst()
            .map(Group::pages)
            .orElse(List.of());
  }
}
