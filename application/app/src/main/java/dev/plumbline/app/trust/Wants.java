package dev.plumbline.app.trust;

import dev.plumbline.app.trust.Want.Kind;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.NumericAddress;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.dossier.Product.PortRange;
import dev.plumbline.dossier.Product.Target;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.driver.DriverFile;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads from a dossier what it wants. Sends nothing. */
final class Wants {
  private static final Place PRODUCT = Place.of("product.yaml");

  private final Workspace workspace;
  private final MachineAddresses machine;
  private final List<Want> wants = new ArrayList<>();

  private Wants(Workspace workspace, MachineAddresses machine) {
    this.workspace = workspace;
    this.machine = machine;
  }

  static List<Want> of(Workspace workspace, MachineAddresses machine) {
    return new Wants(workspace, machine).all();
  }

  private List<Want> all() {
    Product product = workspace.dossier().product();
    product.targets().forEach(this::target);
    product.equipment().forEach(e -> endpoint(Kind.EQUIPMENT, e, PRODUCT));
    product.publicPages().forEach(this::page);
    for (ClientTest client : product.clients()) {
      endpoint(Kind.LISTENS, client.listen(), client.place());
    }
    workspace
        .folder()
        .secrets()
        .forEach(
            s ->
                add(
                    Kind.SECRET,
                    s.variable() + " of the environment, the password of '" + s.user() + "'",
                    s.place()));
    DriverFile.read(workspace.folder(), workspace.dossier(), new Problems())
        .ifPresent(this::driver);
    product.profiles().stream()
        .filter(p -> p.text().endsWith(".yaml"))
        .forEach(p -> add(Kind.PROFILE, p.text(), p.place()));
    workspace
        .dossier()
        .family()
        .ifPresent(f -> add(Kind.BASE, f.extension().dossier(), f.extension().place()));
    return List.copyOf(wants);
  }

  private void target(Target target) {
    String ports =
        target.ports().isEmpty()
            ? "all ports"
            : "ports "
                + target.ports().stream().map(Wants::range).collect(Collectors.joining(", "));
    wants.add(
        new Want(
            Kind.TARGET, target.address() + ", " + ports, reach(target.address()), target.place()));
  }

  private void endpoint(Kind kind, Endpoint endpoint, Place place) {
    wants.add(new Want(kind, endpoint.toString(), reach(endpoint.address()), place));
  }

  /**
   * A name leads to public addresses alone; that of this machine and a number lead where they say.
   */
  private void page(String page) {
    String host = page.substring(0, page.lastIndexOf(':')).replaceAll("^\\[|]$", "");
    Optional<Reach> reach =
        host.equalsIgnoreCase("localhost")
            ? Optional.of(Reach.of(InetAddress.getLoopbackAddress(), machine))
            : reach(host);
    wants.add(new Want(Kind.PAGE, page, reach, PRODUCT));
  }

  private void driver(DriverFile driver) {
    int actions = driver.actions().size();
    add(
        Kind.DRIVER,
        DossierFolder.DRIVER + ": " + actions + (actions == 1 ? " action" : " actions"),
        Place.of(DossierFolder.DRIVER));
    driver.programs().forEach(p -> add(Kind.PROGRAM, p, Place.of(DossierFolder.DRIVER)));
  }

  private void add(Kind kind, String what, Place place) {
    wants.add(new Want(kind, what, place));
  }

  private Optional<Reach> reach(String address) {
    return NumericAddress.parse(address)
        .map(a -> a.text().replaceAll("%.*$", ""))
        .map(InetAddress::ofLiteral)
        .map(a -> Reach.of(a, machine));
  }

  private static String range(PortRange range) {
    return range.first() == range.last()
        ? Integer.toString(range.first())
        : range.first() + "-" + range.last();
  }
}
