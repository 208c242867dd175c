package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.account.Accounts;
import dev.plumbline.app.account.Passkeys;
import dev.plumbline.app.portfolio.ResultIndex;
import dev.plumbline.workbench.SoftAuthenticator.Signing;
import dev.plumbline.workbench.tls.ServerCertificate;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A workbench on the network that is called localhost, and people with and without passkeys. */
final class PasskeyServer implements AutoCloseable {
  static final String PASSWORD = "three grey herons wade";
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration LOCKED = Duration.ofMinutes(16);

  final MovedClock clock = new MovedClock(Clock.systemUTC().instant());
  final Accounts accounts;
  final Passkeys passkeys;
  private final ServerCertificate certificate;
  private final Workbench workbench;

  PasskeyServer(Path temporary) throws Exception {
    accounts = Accounts.beside(temporary.resolve("keys"));
    accounts.add("ann", "Ann Assessor", PASSWORD);
    accounts.add("bob", "Bob Reviewer", PASSWORD);
    passkeys = new Passkeys(accounts);
    certificate = NamedCertificate.ofLocalhost(clock.instant());
    workbench =
        Workbench.start(
            List.of(Copies.of("sensor-tag", temporary.resolve("tag"))),
            new Access.Network(InetAddress.ofLiteral("127.0.0.1"), 0, certificate, accounts),
            ResultIndex.inMemory(),
            clock);
  }

  /** What an earlier test locked is open again, and nobody has a passkey. */
  void later() throws Exception {
    clock.move(LOCKED);
    for (String account : List.of("ann", "bob")) {
      for (var passkey : passkeys.of(account)) {
        passkeys.remove(account, passkey.mark());
      }
    }
  }

  String origin() {
    return workbench.address().toString().replaceFirst("/login.*", "");
  }

  /** A browser of its own that calls the server by its name. */
  Client stranger() throws Exception {
    return at(origin());
  }

  /** A browser that calls it by its address. */
  Client byAddress() throws Exception {
    return at(origin().replace("localhost", "127.0.0.1"));
  }

  private Client at(String address) throws Exception {
    return Client.to(address, HttpClient.newBuilder().sslContext(Tls.trusting(certificate)));
  }

  /** A browser whose cookies a test reads. */
  Client with(CookieManager cookies) throws Exception {
    return Client.to(
        origin(), HttpClient.newBuilder().sslContext(Tls.trusting(certificate)), cookies);
  }

  Client loggedIn(String name) throws Exception {
    return loggedIn(stranger(), name);
  }

  static Client loggedIn(Client client, String name) throws Exception {
    assertThat(
            client.send("/login", "", List.of(), "name", name, "password", PASSWORD).statusCode())
        .isEqualTo(303);
    return client;
  }

  /** What the server asks a browser to sign. */
  static JsonNode asked(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  static JsonNode askedToLogIn(Client client) throws Exception {
    return asked(client.send("/login/passkey/challenge", "", List.of()));
  }

  static JsonNode askedToAdd(Client client) throws Exception {
    return asked(client.post("/passkeys/challenge", "name", "Blue key", "current", PASSWORD));
  }

  static HttpResponse<String> add(Client client, String credential) throws Exception {
    return client.post("/passkeys", "credential", credential);
  }

  static HttpResponse<String> logIn(Client client, String credential) throws Exception {
    return client.send("/login/passkey", "", List.of(), "credential", credential);
  }

  /** Right but for what the test changes. */
  Signing making(JsonNode options) {
    return Signing.of("webauthn.create", options, origin(), "").counter(0);
  }

  /** Right but for what the test changes. */
  Signing login(String account, JsonNode options) throws Exception {
    return Signing.of("webauthn.get", options, origin(), passkeys.handle(account));
  }

  /** An authenticator with a passkey of the account. */
  SoftAuthenticator passkeyOf(String account) throws Exception {
    SoftAuthenticator authenticator = new SoftAuthenticator();
    Client client = loggedIn(account);
    HttpResponse<String> added = add(client, authenticator.made(making(askedToAdd(client))));
    assertThat(added.statusCode()).as(added.body()).isEqualTo(303);
    return authenticator;
  }

  /** The status of a login of ann that is right but for what the test changes. */
  int loginOfAnn(SoftAuthenticator authenticator, UnaryOperator<Signing> fault) throws Exception {
    Client client = stranger();
    Signing right = login("ann", askedToLogIn(client));
    HttpResponse<String> answer = logIn(client, authenticator.signed(fault.apply(right)));
    assertThat(client.get("/").statusCode())
        .as("whether the browser is let in")
        .isEqualTo(answer.statusCode() == 303 ? 200 : 401);
    return answer.statusCode();
  }

  @Override
  public void close() {
    workbench.close();
  }
}
