package dev.plumbline.workbench.overview;

import dev.plumbline.core.TableRole;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.Judged;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.overview.PartGroup.Side;
import dev.plumbline.workbench.page.ItemLinks;
import dev.plumbline.workbench.page.VerdictView;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.product.Snapshot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers the parts of a product from its tables, and what the test saw of each. */
final class ProductParts {
  private static final int MOST = 8;
  private static final int LONGEST = 300;

  private final Dossier dossier;
  private final Product product;
  private final SeenPorts ports;
  private final Map<String, List<Judged>> items = new HashMap<>();
  private final Set<String> drawn = new HashSet<>();

  private ProductParts(Product product, Snapshot snapshot) {
    this.dossier = snapshot.workspace().dossier();
    this.product = product;
    String version = dossier.product().softwareVersion();
    List<Observation> seen =
        dossier.observations().stream()
            .filter(o -> o.source().softwareVersion().equals(version))
            .toList();
    this.ports = SeenPorts.of(seen);
    snapshot
        .items()
        .values()
        .forEach(
            j -> items.computeIfAbsent(j.item().id().subject(), s -> new ArrayList<>()).add(j));
  }

  /** The groups that have parts. */
  static List<PartGroup> of(Product product, Snapshot snapshot) {
    ProductParts parts = new ProductParts(product, snapshot);
    return Stream.of(
            parts.group("Physical interfaces", Side.LEFT, TableRole.PHYSICAL_INTERFACES),
            parts.group("User interfaces", Side.LEFT, TableRole.USER_INTERFACES),
            parts.group("Sensors", Side.LEFT, TableRole.EXTERNAL_SENSORS),
            parts.group("Software services", Side.MIDDLE, TableRole.SOFTWARE_SERVICES),
            parts.group("Logical interfaces", Side.MIDDLE, TableRole.LOGICAL_INTERFACES),
            parts.group(
                "Cryptography and network security",
                Side.MIDDLE,
                TableRole.SECURITY_IMPLEMENTATIONS),
            parts.group(
                "Communication with partners", Side.RIGHT, TableRole.COMMUNICATION_MECHANISMS),
            parts.group("Updates", Side.RIGHT, TableRole.UPDATE_MECHANISMS),
            parts.group("Telemetry", Side.RIGHT, TableRole.TELEMETRY),
            parts.undeclared())
        .filter(g -> !g.parts().isEmpty())
        .toList();
  }

  /** A table that plays two roles is drawn once. */
  private PartGroup group(String title, Side side, TableRole role) {
    List<IxitEntry> rows =
        dossier.ixit().entries(role).stream().filter(e -> drawn.add(e.subject())).toList();
    return new PartGroup(
        title,
        side,
        rows.stream().limit(MOST).map(this::part).toList(),
        Math.max(0, rows.size() - MOST));
  }

  private ProductPart part(IxitEntry row) {
    List<Judged> judged = items.getOrDefault(row.subject(), List.of());
    Optional<VerdictView> worst = worst(judged).map(VerdictView::of);
    String seen =
        Stream.of(ports.at(row.texts("endpoints")), standing(judged))
            .filter(s -> !s.isEmpty())
            .collect(Collectors.joining("; "));
    return new ProductPart(
        Visible.of(row.id(), 60),
        Visible.of(declared(row), LONGEST),
        Visible.of(seen, LONGEST),
        worst.map(VerdictView::css).orElse("none"),
        worst.map(VerdictView::mark).orElse(""),
        judged.isEmpty() ? Optional.empty() : Optional.of(ItemLinks.row(product, row.subject())));
  }

  private static String declared(IxitEntry row) {
    String product = (row.text("product") + " " + row.text("version")).strip();
    String partner = row.text("partner");
    String first = product.isEmpty() ? partner : product;
    String description = row.text("description");
    return first.isEmpty() ? description : first + ": " + description;
  }

  private static Optional<Verdict> worst(List<Judged> judged) {
    Set<Verdict> verdicts = judged.stream().map(Judged::verdict).collect(Collectors.toSet());
    return Stream.of(Verdict.FAIL, Verdict.INCONCLUSIVE, Verdict.PASS, Verdict.NOT_APPLICABLE)
        .filter(verdicts::contains)
        .findFirst();
  }

  private static String standing(List<Judged> judged) {
    Map<Verdict, Integer> numbers = new EnumMap<>(Verdict.class);
    judged.forEach(j -> numbers.merge(j.verdict(), 1, Integer::sum));
    return Stream.of(Verdict.FAIL, Verdict.INCONCLUSIVE, Verdict.PASS)
        .filter(numbers::containsKey)
        .map(
            v ->
                numbers.getOrDefault(v, 0)
                    + " "
                    + VerdictView.of(v).word().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private PartGroup undeclared() {
    Set<String> declared =
        dossier.ixit().tables().values().stream()
            .flatMap(List::stream)
            .flatMap(e -> e.texts("endpoints").stream())
            .collect(Collectors.toSet());
    List<ProductPart> parts =
        ports.besides(declared).entrySet().stream()
            .map(
                p ->
                    new ProductPart(
                        p.getKey(),
                        "in no table",
                        "open" + (p.getValue().isEmpty() ? "" : ", " + p.getValue()),
                        "fail",
                        "!",
                        Optional.empty()))
            .toList();
    return new PartGroup(
        "Seen on the device, not declared",
        Side.RIGHT,
        parts.stream().limit(MOST).toList(),
        Math.max(0, parts.size() - MOST));
  }
}
