package dev.plumbline.dossier.product;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.core.address.AddressClass;
import dev.plumbline.dossier.NumericAddress;
import dev.plumbline.dossier.Product.PortRange;
import dev.plumbline.dossier.Product.Target;
import dev.plumbline.dossier.file.Shape;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what may be tested. A target with any fault is left out as a whole, so that no typing error
 * ever widens the scope.
 */
public final class TargetReader {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,5})(?:\\s*-\\s*(\\d{1,5}))?");
  private static final Pattern PAGE =
      Pattern.compile(
          "(?<host>\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?):(?<port>\\d{1,5})");

  private final Problems problems;

  TargetReader(Problems problems) {
    this.problems = problems;
  }

  static boolean isHostAndPort(String text) {
    Matcher m = PAGE.matcher(text);
    return m.matches() && !text.contains("..") && isPort(Integer.parseInt(m.group("port")));
  }

  private static boolean isPort(int port) {
    return port >= 1 && port <= 65535;
  }

  /** The targets that may be tested. */
  List<Target> read(Shape test, boolean authorised) {
    List<Target> targets = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Mapping item : test.mappings("targets")) {
      Shape shape = Shape.of(item, problems, List.of("address", "ports"));
      Optional<NumericAddress> address = address(shape, authorised);
      Optional<List<PortRange>> ports = ports(shape);
      if (address.isPresent() && !seen.add(address.get().text())) {
        problems.warning(
            "PLB-2011",
            shape.place("address"),
            "The address " + address.get().text() + " stands here a second time.",
            "Put all its ports into one target.");
      }
      if (address.isPresent() && ports.isPresent()) {
        targets.add(new Target(address.get().text(), ports.get(), shape.place()));
      }
    }
    return targets;
  }

  private Optional<NumericAddress> address(Shape shape, boolean authorised) {
    Place place = shape.place("address");
    String written = shape.text("address").orElse("");
    Optional<NumericAddress> address = NumericAddress.parse(written);
    if (address.isEmpty()) {
      problems.error(
          "PLB-2007",
          place,
          "'" + Shape.shown(written) + "' is no numeric address.",
          "Write an IPv4 or IPv6 address; names are not looked up, as they can lead elsewhere.");
      return Optional.empty();
    }
    AddressClass kind = address.get().kind();
    if (!kind.isDevice()) {
      problems.error(
          "PLB-2008",
          place,
          written + " is " + kind.words() + ", not the address of a single device.",
          "Write the address of the unit under test.");
      return Optional.empty();
    }
    if (!kind.isNear() && !authorised) {
      problems.error(
          "PLB-2009",
          place,
          written + " is " + kind.words() + ", and no authorisation is declared.",
          "Add 'authorisation' with by, date and statement; without it nothing is sent there.");
      return Optional.empty();
    }
    return address;
  }

  /** Empty when any range is faulty or none is given: then nothing may be tested. */
  private Optional<List<PortRange>> ports(Shape shape) {
    List<Scalar> written = shape.scalars("ports");
    List<PortRange> ranges = new ArrayList<>();
    for (Scalar scalar : written) {
      Optional<PortRange> range = range(scalar.text().strip());
      range.ifPresent(ranges::add);
      if (range.isEmpty()) {
        badPorts(scalar.place(), "'" + Shape.shown(scalar.text()) + "' is no range of ports.");
      }
    }
    if (written.isEmpty()) {
      badPorts(shape.place("ports"), "The target names no ports.");
    }
    return ranges.isEmpty() || ranges.size() != written.size()
        ? Optional.empty()
        : Optional.of(ranges);
  }

  private void badPorts(Place place, String what) {
    problems.error(
        "PLB-2010",
        place,
        what,
        "Write ports from 1 to 65535, such as 'ports: [80, 443, 8000-8100]'; all are 1-65535.");
  }

  private static Optional<PortRange> range(String text) {
    Matcher m = RANGE.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(m.group(1));
    int last = m.group(2) == null ? first : Integer.parseInt(m.group(2));
    return isPort(first) && isPort(last) && first <= last
        ? Optional.of(new PortRange(first, last))
        : Optional.empty();
  }
}
