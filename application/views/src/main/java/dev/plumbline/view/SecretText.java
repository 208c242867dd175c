package dev.plumbline.view;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Product.PortRange;
import dev.plumbline.dossier.SecretUse;
import dev.plumbline.dossier.folder.DossierFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Which environment variables a dossier wants, and where their values would go. */
public record SecretText(Product product, List<SecretUse> secrets, boolean driven) {
  private static final String INDENT = "  ";

  public static SecretText of(Workspace workspace) {
    return new SecretText(
        workspace.dossier().product(),
        workspace.folder().secrets(),
        workspace.folder().optional(DossierFolder.DRIVER, new Problems()).isPresent());
  }

  /** Nothing where the dossier wants none. */
  public List<String> lines() {
    if (secrets.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("This dossier reads from the environment:");
    secrets.forEach(
        s ->
            lines.add(
                Text.wrap(
                    s.variable()
                        + " ("
                        + (s.set() ? "set" : "not set")
                        + "): password of '"
                        + Text.safe(s.user())
                        + "', role "
                        + Text.safe(s.role()),
                    INDENT)));
    lines.add(Text.wrap("'plumbline test' sends these to: " + places() + ".", INDENT));
    return lines;
  }

  private String places() {
    List<String> places = new ArrayList<>();
    product
        .targets()
        .forEach(
            t ->
                places.add(
                    t.address()
                        + " (ports "
                        + t.ports().stream()
                            .map(SecretText::ports)
                            .collect(Collectors.joining(", "))
                        + ")"));
    if (driven) {
      product.equipment().forEach(e -> places.add(e + " (equipment, if driver.yaml does so)"));
    }
    return places.isEmpty()
        ? "nobody, as product.yaml names no targets"
        : String.join("; ", places);
  }

  private static String ports(PortRange range) {
    return range.first() == range.last()
        ? String.valueOf(range.first())
        : range.first() + "-" + range.last();
  }
}
