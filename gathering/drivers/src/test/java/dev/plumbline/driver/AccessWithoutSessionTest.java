package dev.plumbline.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.probe.AccessPlace;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.Intrusiveness;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.command.AbstractCommandSupport;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Places where each request brings the login of the visitor with it. */
class AccessWithoutSessionTest {
  private static final Credential OWNER = new Credential("owner", "admin", "Kx7-pQ92mmZ");
  private static final Credential GUEST = new Credential("guest", "guest", "Gu-est-7pQ92");
  private static final Credential WRONG = new Credential("", "admin", "wr0ng-one-9");

  @TempDir private Path folder;

  /** What came of nobody, of a wrong login, of the owner and of a guest. */
  private static List<DriverResult> reached(Stage stage) {
    List<DriverResult> results = new ArrayList<>();
    stage.run(
        driver -> {
          assertThat(driver.places()).extracting(AccessPlace::session).containsExactly(false);
          for (Optional<Credential> who :
              List.of(
                  Optional.<Credential>empty(),
                  Optional.of(WRONG),
                  Optional.of(OWNER),
                  Optional.of(GUEST))) {
            results.add(driver.visit(who).reach("safe"));
          }
        },
        Intrusiveness.OBSERVE);
    assertThat(stage.records())
        .allSatisfy(r -> assertThat(r).doesNotContain(OWNER.password(), WRONG.password()));
    return results;
  }

  private static void ownerAlone(List<DriverResult> results) {
    assertThat(results.get(0).refused()).as("%s", results.get(0)).isTrue();
    assertThat(results.get(1).refused()).as("%s", results.get(1)).isTrue();
    assertThat(results.get(2).done()).as("%s", results.get(2)).isTrue();
    assertThat(results.get(3).refused()).as("%s", results.get(3)).isTrue();
  }

  private static String basic(HttpExchange exchange) {
    String sent =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
    String login =
        sent.startsWith("Basic ")
            ? new String(Base64.getDecoder().decode(sent.substring(6)), StandardCharsets.UTF_8)
            : "";
    return switch (login) {
      case "admin:Kx7-pQ92mmZ" -> "200 gold";
      case "guest:Gu-est-7pQ92" -> "403 ";
      default -> "401 ";
    };
  }

  @Test
  void basicBringsTheLoginOfTheVisitor() throws Exception {
    try (Stage stage = Stage.at(folder, (method, path, body, exchange) -> basic(exchange))) {
      stage.driver(
          """
          http: {endpoint: "DEVICE"}
          access: {safe: {for: [owner], try: {http: GET /safe, basic: visitor}}}
          actions: {power-on: {ask: Plug it in.}}
          """);
      assertThat(stage.problems()).isEmpty();
      ownerAlone(reached(stage));
    }
  }

  @Test
  void soDoesATokenInTheRequest() throws Exception {
    try (Stage stage =
        Stage.at(
            folder,
            (method, path, body, exchange) ->
                "Bearer Kx7-pQ92mmZ".equals(exchange.getRequestHeaders().getFirst("Authorization"))
                    ? "200 gold"
                    : "401 ")) {
      stage.driver(
          """
          http: {endpoint: "DEVICE"}
          access:
            safe:
              for: [owner]
              try: {http: GET /safe, headers: {Authorization: "Bearer ${password}"}}
          actions: {power-on: {ask: Plug it in.}}
          """);
      assertThat(stage.problems()).isEmpty();
      ownerAlone(reached(stage));
    }
  }

  @Test
  void soDoesAProgramThatIsToldWhoComes() throws Exception {
    try (Stage stage = Stage.at(folder, (method, path, body, exchange) -> "200 ").withPrograms()) {
      stage.program(
          "reach.sh",
          """
          #!/bin/sh
          read -r line
          case "$line" in
            *'"action":"reach"'*'"password":"Kx7-pQ92mmZ"'*) echo '{"result":"done"}' ;;
            *'"action":"reach"'*) echo '{"result":"refused","reason":"no"}' ;;
            *) echo '{"result":"errored","reason":"what?"}' ;;
          esac
          """);
      stage.driver(
          """
          access:
            safe: {for: [owner], at: "DEVICE", try: {program: reach.sh}}
          actions: {power-on: {ask: Plug it in.}}
          """);
      assertThat(stage.problems()).isEmpty();
      ownerAlone(reached(stage));
    }
  }

  private static final String SSH =
      """
      access:
        safe: {for: [owner], try: {ssh: show safe, at: "SERVER", as: visitor, refused: [77]}}
      actions: {power-on: {ask: Plug it in.}}
      """;

  /** A device with SSH alone. */
  private static SshServer device(boolean mixesRoles) throws IOException {
    SshServer server = SshServer.setUpDefaultServer();
    server.setHost(Stage.ADDRESS);
    server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider());
    server.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE));
    server.setPasswordAuthenticator(
        (user, given, session) ->
            given.equals(user.equals("admin") ? OWNER.password() : GUEST.password()));
    server.setCommandFactory(
        (channel, command) ->
            new Safe(command, mixesRoles || !channel.getSession().getUsername().equals("guest")));
    server.start();
    return server;
  }

  private static final class Safe extends AbstractCommandSupport {
    private final boolean may;

    Safe(String command, boolean may) {
      super(command, null);
      this.may = may;
    }

    @Override
    public void run() {
      try (OutputStream out = getOutputStream()) {
        out.write((may ? "gold" : "denied").getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      ExitCallback end = getExitCallback();
      end.onExit(may ? 0 : 77);
    }
  }

  private List<DriverResult> overSsh(boolean mixesRoles) throws Exception {
    try (Stage stage = Stage.at(folder, (method, path, body, exchange) -> "200 ");
        SshServer server = device(mixesRoles)) {
      stage.driver(SSH.replace("SERVER", Stage.ADDRESS + ":" + server.getPort()));
      assertThat(stage.problems()).isEmpty();
      return reached(stage);
    }
  }

  @Test
  void overSshALoginThatIsNotTakenIsTheDevicesNo() throws Exception {
    ownerAlone(overSsh(false));
  }

  @Test
  void overSshARoleThatReachesTooMuchIsSeen() throws Exception {
    assertThat(overSsh(true).get(3).done()).isTrue();
  }

  @Test
  void aDeviceThatDoesNotAnswerRefusesNobody() throws Exception {
    try (Stage stage = Stage.at(folder, (method, path, body, exchange) -> "200 ")) {
      stage.driver(SSH.replace("SERVER", Stage.ADDRESS + ":" + stage.port()));
      assertThat(reached(stage)).noneMatch(DriverResult::answered);
    }
  }
}
