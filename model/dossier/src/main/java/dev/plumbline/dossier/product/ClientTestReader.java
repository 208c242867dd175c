package dev.plumbline.dossier.product;

import dev.plumbline.core.Problems;
import dev.plumbline.core.address.AddressClass;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.NumericAddress;
import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.dossier.file.DossierFiles;
import dev.plumbline.dossier.file.DossierFiles.Need;
import dev.plumbline.dossier.file.Shape;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads where the device may be let call. One with any fault is left out as a whole. */
public final class ClientTestReader {
  private static final List<String> KEYS =
      List.of("listen", "transport", "host", "authority", "waitSeconds", "rows", "serves");
  private static final int USUAL_WAIT = 30;
  private static final int LONGEST_WAIT = 120;

  private final DossierFiles files;
  private final Problems problems;

  ClientTestReader(DossierFiles files, Problems problems) {
    this.files = files;
    this.problems = problems;
  }

  List<ClientTest> read(Shape test) {
    List<ClientTest> clients = new ArrayList<>();
    for (Mapping item : test.mappings("clients")) {
      one(Shape.of(item, problems, KEYS)).ifPresent(clients::add);
    }
    return clients;
  }

  private Optional<ClientTest> one(Shape shape) {
    Optional<Endpoint> listen = listen(shape);
    if (listen.isEmpty()) {
      wrong(
          shape,
          "listen",
          "The client test names no numeric address with port where Plumbline may wait.",
          "Write 'listen: 192.168.1.10:8443' with an address of the tester's machine.");
      return Optional.empty();
    }
    String transport = shape.text("transport").orElse("tcp");
    if (!transport.equals("tcp") && !transport.equals("udp")) {
      wrong(
          shape,
          "transport",
          "'" + Shape.shown(transport) + "' is no transport that is waited on.",
          "Write 'transport: udp' for a device that calls over DTLS; without it, TCP is meant.");
      return Optional.empty();
    }
    List<String> rows = shape.scalars("rows").stream().map(Scalar::text).toList();
    if (shape.text("host").isEmpty() || rows.isEmpty()) {
      wrong(
          shape,
          shape.has("host") ? "rows" : "host",
          "The client test needs the host that the device calls and the rows that describe it.",
          "Write 'host: cloud.example.com' and 'rows: [11-SecComMech/SecComMech-2]'.");
      return Optional.empty();
    }
    long wait = shape.scalar("waitSeconds").flatMap(Scalar::asLong).orElse((long) USUAL_WAIT);
    if (wait < 1 || wait > LONGEST_WAIT) {
      wrong(
          shape,
          "waitSeconds",
          wait + " is no time to wait for a call.",
          "Write seconds from 1 to " + LONGEST_WAIT + ".");
      return Optional.empty();
    }
    return Optional.of(
        new ClientTest(
            transport.equals("udp")
                ? Endpoint.udp(listen.get().address(), listen.get().port())
                : listen.get(),
            shape.text("host").orElse(""),
            authority(shape),
            (int) wait,
            rows,
            new UpdateServiceReader(files, problems).read(shape),
            shape.place()));
  }

  private static Optional<Endpoint> listen(Shape shape) {
    return endpoint(shape.text("listen").orElse(""), AddressClass::isDevice);
  }

  /** Something near by that is written as address and port. */
  static Optional<Endpoint> endpoint(String written) {
    return endpoint(written, AddressClass::isNear);
  }

  private static Optional<Endpoint> endpoint(String written, Predicate<AddressClass> allowed) {
    int colon = written.lastIndexOf(':');
    if (!TargetReader.isHostAndPort(written)) {
      return Optional.empty();
    }
    return NumericAddress.parse(written.substring(0, colon).replaceAll("^\\[|]$", ""))
        .filter(a -> allowed.test(a.kind()))
        .map(a -> Endpoint.tcp(a.text(), Integer.parseInt(written.substring(colon + 1))));
  }

  private Optional<String> authority(Shape shape) {
    Optional<String> file = shape.text("authority");
    Optional<String> fault = file.flatMap(DossierFiles::pathFault);
    if (fault.isPresent()) {
      wrong(
          shape,
          "authority",
          "The path '" + Shape.shown(file.orElse("")) + "' " + fault.get() + ".",
          "Name a file inside the dossier, such as test-authority.pem.");
      return Optional.empty();
    }
    return file.flatMap(f -> files.text(f, Need.REQUIRED, problems));
  }

  private void wrong(Shape shape, String key, String what, String remedy) {
    problems.error("PLB-2021", shape.place(key), what, remedy);
  }
}
