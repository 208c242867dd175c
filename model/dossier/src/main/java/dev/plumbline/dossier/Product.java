package dev.plumbline.dossier;

import dev.plumbline.core.Place;
import java.util.List;
import java.util.Optional;

/**
 * Identification of the DUT, and what may be tested (product.yaml).
 *
 * @param edition version of EN 303 645 that the dossier is written for, such as {@code 3.1.3}
 * @param softwareVersion the version under assessment; evidence of another one does not count
 * @param state device state under test: {@code factory-default}, {@code initialized} or {@code
 *     other}
 * @param targets addresses and ports that may be tested, with who allowed it
 * @param publicPages hosts (host:port) of the manufacturer's pages that may be fetched
 * @param credentials logins that probes may use, by role
 * @param samples pre-installed passwords of several units, read from the file that product.yaml
 *     names; never printed
 * @param clients where the device may be let call instead of its own servers
 * @param equipment test equipment that the driver may call, such as a switchable socket; never
 *     probed
 * @param profiles what it is held against beside the edition
 * @param extension the product that it is a variant of
 */
public record Product(
    String edition,
    String manufacturer,
    String name,
    String model,
    String hardwareVersion,
    String softwareVersion,
    String unit,
    String state,
    String serial,
    String mac,
    List<Target> targets,
    Optional<Authorisation> authorisation,
    List<String> publicPages,
    LoginBudget loginBudget,
    List<Credential> credentials,
    List<PasswordSample> samples,
    List<ClientTest> clients,
    List<Endpoint> equipment,
    List<ProfileName> profiles,
    Optional<Extension> extension,
    Place place) {
  public Product {
    targets = List.copyOf(targets);
    publicPages = List.copyOf(publicPages);
    credentials = List.copyOf(credentials);
    samples = List.copyOf(samples);
    clients = List.copyOf(clients);
    equipment = List.copyOf(equipment);
    profiles = List.copyOf(profiles);
  }

  /** A product whose driver needs no equipment. */
  public Product(
      String edition,
      String manufacturer,
      String name,
      String model,
      String hardwareVersion,
      String softwareVersion,
      String unit,
      String state,
      String serial,
      String mac,
      List<Target> targets,
      Optional<Authorisation> authorisation,
      List<String> publicPages,
      LoginBudget loginBudget,
      List<Credential> credentials,
      List<PasswordSample> samples,
      List<ClientTest> clients,
      Place place) {
    this(
        edition,
        manufacturer,
        name,
        model,
        hardwareVersion,
        softwareVersion,
        unit,
        state,
        serial,
        mac,
        targets,
        authorisation,
        publicPages,
        loginBudget,
        credentials,
        samples,
        clients,
        List.of(),
        List.of(),
        Optional.empty(),
        place);
  }

  /** A product that calls nobody whom Plumbline stands in for. */
  public Product(
      String edition,
      String manufacturer,
      String name,
      String model,
      String hardwareVersion,
      String softwareVersion,
      String unit,
      String state,
      String serial,
      String mac,
      List<Target> targets,
      Optional<Authorisation> authorisation,
      List<String> publicPages,
      LoginBudget loginBudget,
      List<Credential> credentials,
      List<PasswordSample> samples,
      Place place) {
    this(
        edition,
        manufacturer,
        name,
        model,
        hardwareVersion,
        softwareVersion,
        unit,
        state,
        serial,
        mac,
        targets,
        authorisation,
        publicPages,
        loginBudget,
        credentials,
        samples,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        place);
  }

  /**
   * The same product in another device state.
   *
   * @param other as {@code state}
   */
  public Product inState(String other) {
    return new Product(
        edition,
        manufacturer,
        name,
        model,
        hardwareVersion,
        softwareVersion,
        unit,
        other,
        serial,
        mac,
        targets,
        authorisation,
        publicPages,
        loginBudget,
        credentials,
        samples,
        clients,
        equipment,
        profiles,
        extension,
        place);
  }

  /**
   * An address that may be tested.
   *
   * @param address numeric
   * @param ports such as {@code 1-65535}; empty for all
   */
  public record Target(String address, List<PortRange> ports, Place place) {
    public Target {
      ports = List.copyOf(ports);
    }

    public boolean allows(int port) {
      return ports.isEmpty() || ports.stream().anyMatch(r -> r.contains(port));
    }
  }

  /** Ports from first to last, both included. */
  public record PortRange(int first, int last) {
    public boolean contains(int port) {
      return port >= first && port <= last;
    }
  }

  /**
   * A profile, as product.yaml names it.
   *
   * @param text the id of one that ships, or a .yaml file of the dossier
   */
  public record ProfileName(String text, Place place) {}

  /** Who allowed the test, when, and for what. Needed for public addresses. */
  public record Authorisation(String by, String date, String statement, Place place) {}

  /**
   * How many wrong logins the device may be sent.
   *
   * @param wrongAttempts in all, per mechanism; 0 forbids login attempts
   * @param bruteForceAttempts within the brute-force test, per mechanism; 0 forbids the test
   * @param waitSeconds how long is waited in all, per mechanism, for logins that the device has
   *     locked; 0 waits for none
   */
  public record LoginBudget(int wrongAttempts, int bruteForceAttempts, int waitSeconds) {
    /** How long is waited for locked logins where product.yaml says nothing. */
    public static final int USUAL_WAIT = 45;

    public LoginBudget(int wrongAttempts, int bruteForceAttempts) {
      this(wrongAttempts, bruteForceAttempts, USUAL_WAIT);
    }
  }

  /**
   * A login that probes may use.
   *
   * @param role such as {@code user} or {@code administrator}
   * @param place where product.yaml names it
   */
  public record Credential(String role, String user, String password, Place place) {
    public Credential(String role, String user, String password) {
      this(role, user, password, Place.of("product.yaml"));
    }

    @Override
    public String toString() {
      return "Credential[role=" + role + ", user=" + user + ", password=***]";
    }
  }

  /**
   * The pre-installed password of one unit.
   *
   * @param mechanism entry of 1-AuthMech
   * @param unit serial number or label of the unit
   */
  public record PasswordSample(
      String mechanism, String unit, String mac, String user, String password) {
    @Override
    public String toString() {
      return "PasswordSample[mechanism=" + mechanism + ", unit=" + unit + ", password=***]";
    }
  }

  /**
   * A server of the device's that Plumbline stands in for: the unit under test has been pointed at
   * an address of the tester's machine.
   *
   * @param listen where Plumbline waits; the address is the tester's own
   * @param host name that the device believes it calls, and expects in a certificate
   * @param authority PEM text with certificate and private key of an authority that this unit
   *     trusts for the test; without it nothing follows from a refusal
   * @param waitSeconds longest time until the device calls
   * @param rows IXIT entries about this connection, such as {@code 11-SecComMech/SecComMech-2}
   * @param serves what the device fetches there, where it is the server of its updates
   */
  public record ClientTest(
      Endpoint listen,
      String host,
      Optional<String> authority,
      int waitSeconds,
      List<String> rows,
      Optional<UpdateService> serves,
      Place place) {
    public ClientTest {
      rows = List.copyOf(rows);
    }

    /** A server that the device fetches no updates from. */
    public ClientTest(
        Endpoint listen,
        String host,
        Optional<String> authority,
        int waitSeconds,
        List<String> rows,
        Place place) {
      this(listen, host, authority, waitSeconds, rows, Optional.empty(), place);
    }

    /**
     * Subject of what is observed there, such as {@code client/192.0.2.1/8443}; over UDP {@code
     * client/udp/192.0.2.1/5684}.
     */
    public String subject() {
      String where = listen.toString();
      return "client" + (where.startsWith("tcp") ? where.substring("tcp".length()) : "/" + where);
    }

    @Override
    public String toString() {
      return "ClientTest[listen=" + listen + ", host=" + host + ", rows=" + rows + "]";
    }
  }
}
