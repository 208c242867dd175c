package dev.plumbline.driver;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.NumericAddress;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.file.Shape;
import dev.plumbline.probe.run.network.Scope;
import java.util.Optional;
import java.util.regex.Matcher;

/** Addresses in a driver.yaml: only what product.yaml allows. */
final class Places {
  private static final BoundedPattern FORM =
      BoundedPattern.compile("\\[?([0-9A-Fa-f:.]+?)]?:(\\d{1,5})");

  private final Product product;
  private final Scope scope;
  private final Problems problems;

  Places(Product product, Problems problems) {
    this.product = product;
    this.scope = Scope.of(product);
    this.problems = problems;
  }

  Optional<Endpoint> endpoint(Shape shape, String key) {
    String text = shape.text(key).orElse("");
    Matcher m = FORM.matcher(text);
    Optional<Endpoint> endpoint =
        m.matches() && Integer.parseInt(m.group(2)) <= 65_535
            ? NumericAddress.parse(m.group(1))
                .map(a -> Endpoint.tcp(a.text(), Integer.parseInt(m.group(2))))
            : Optional.empty();
    if (endpoint.isEmpty()) {
      problems.error(
          "PLB-2501",
          shape.place(key),
          "'" + Shape.shown(text) + "' is no numeric address with port.",
          "Write 'endpoint: 192.168.1.20:80' with an address of the device.");
      return endpoint;
    }
    boolean equipment = product.equipment().contains(endpoint.get());
    Optional<String> refusal = equipment ? Optional.empty() : scope.refusal(endpoint.get());
    refusal.ifPresent(
        r ->
            problems.error(
                "PLB-2501",
                shape.place(key),
                "Nothing may be sent to " + endpoint.get() + ": " + r + ".",
                "Add it to product.yaml: to 'targets' if it is the device, to 'equipment' if it is"
                    + " a switchable socket or the like."));
    return endpoint;
  }
}
