package dev.plumbline.probes.pjlfiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.observation.network.ServiceDisclosed;
import dev.plumbline.observation.network.ServiceDisclosed.Given;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.PeerProtocol;
import dev.plumbline.probe.hostile.ProbeContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PjlFilesProbeTest extends ProbeContract {
  private static final String KEY = "tulip-Harbour-41";

  @Override
  protected Probe probe() {
    return new PjlFilesProbe(port -> true);
  }

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.raw();
  }

  @Override
  protected String address() {
    return "127.77.93.1";
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return trial.given(
        "tcp.open-ports", "address/" + peer.address(), Map.of("open", List.of((long) peer.port())));
  }

  /**
   * A printer that answers PJL.
   *
   * @param files by path; one without any refuses all that concerns files
   * @param heard takes every line that came
   */
  private record Printer(Map<String, String> files, List<String> heard) implements Peer.Behaviour {
    @Override
    public void serve(Socket client, int number) throws IOException {
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        heard.add(line);
        String command = line.replace("\u001b%-12345X", "").replaceFirst("^@PJL ", "");
        client.getOutputStream().write(answer(command).getBytes(StandardCharsets.ISO_8859_1));
      }
    }

    private String answer(String command) {
      String path = command.replaceFirst("^[^\"]*\"", "").replaceFirst("\".*", "");
      if (command.startsWith("ECHO ")) {
        return "@PJL " + command + "\r\n\f";
      }
      if (command.startsWith("FSDIRLIST ") && !files.isEmpty()) {
        return "@PJL " + command + "\r\n. TYPE=DIR\r\n.. TYPE=DIR\r\n" + entries(path) + "\f";
      }
      if (command.startsWith("FSUPLOAD ") && files.containsKey(path)) {
        String all = files.get(path);
        String content = all.substring(0, Math.min(all.length(), PjlDialogue.FILE_START));
        return "@PJL FSUPLOAD FORMAT:BINARY NAME=\""
            + path
            + "\" OFFSET=0 SIZE="
            + content.length()
            + "\r\n"
            + content
            + "\f";
      }
      return "@PJL " + command + "\r\nFILEERROR=3\r\n\f";
    }

    private String entries(String path) {
      String folder = path.endsWith("\\") ? path : path + "\\";
      StringBuilder entries = new StringBuilder();
      TreeSet<String> names = new TreeSet<>();
      files.keySet().stream()
          .filter(f -> f.startsWith(folder))
          .map(f -> f.substring(folder.length()).replaceFirst("\\\\.*", ""))
          .forEach(names::add);
      for (String name : names) {
        String content = files.get(folder + name);
        entries
            .append(name)
            .append(content == null ? " TYPE=DIR" : " TYPE=FILE SIZE=" + content.length())
            .append("\r\n");
      }
      return entries.toString();
    }
  }

  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

  private Result asked(Map<String, String> files) {
    try (Peer peer = Peer.at(address(), new Printer(files, heard))) {
      return introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint()).run(probe());
    }
  }

  private ServiceDisclosed given(Map<String, String> files) {
    return asked(files).one("service.disclosed").as(ServiceDisclosed.class).orElseThrow();
  }

  @Test
  void aSecretInAFileIsGivenToAnybody() {
    Result result =
        asked(
            Map.of(
                "0:\\webServer\\config\\wlan.cfg",
                "ssid=home\r\npsk=" + KEY + "\r\n",
                "0:\\fonts\\a.fnt",
                "font"));
    ServiceDisclosed seen =
        result.one("service.disclosed").as(ServiceDisclosed.class).orElseThrow();
    assertThat(seen.facts())
        .filteredOn(f -> f.kind().equals("secret"))
        .singleElement()
        .matches(Given::relevant)
        .extracting(Given::text)
        .asString()
        .endsWith(" at 0:/webServer/config/wlan.cfg");
    assertThat(seen.looked()).containsExactly("folders (5) and files (2) of a printer");
    assertThat(result.stored()).doesNotContain(KEY);
    assertThat(heard)
        .allMatch(line -> line.matches("(\u001b%-12345X)?@PJL (ECHO|FSDIRLIST|FSUPLOAD) .*"));
  }

  @Test
  void aPrinterThatShowsNoFilesGivesNothing() {
    ServiceDisclosed seen = given(Map.of());
    assertThat(seen.facts()).isEmpty();
    assertThat(seen.looked()).containsExactly("folders (2) and files (0) of a printer");
    assertThat(seen.unanswered()).isEmpty();
  }

  @Test
  void aFileThatIsNamedAndNotSentIsToldAsUnread() {
    Map<String, String> many = new java.util.TreeMap<>();
    for (int i = 0; i < 30; i++) {
      many.put("0:\\f" + (10 + i), "text");
    }
    assertThat(given(many).unanswered().orElseThrow()).hasSize(6).startsWith("0:/f34");
  }

  @Test
  void whatIsBehindTheBeginningOfAFileIsToldAsUnread() {
    String file = "0:\\log.txt";
    assertThat(given(Map.of(file, "x".repeat(5_000))).unanswered().orElseThrow())
        .containsExactly("the rest of 0:/log.txt");
  }

  @Test
  void aPortThatSpeaksSomethingElseIsNotAsked() {
    try (Peer peer = Peer.at(address(), new Printer(Map.of(), heard))) {
      introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint())
          .given("service.identified", peer.endpoint().toString(), Map.of("protocol", "http"))
          .run(probe());
    }
    assertThat(heard).isEmpty();
  }

  @Test
  void portsOtherThanThoseOfRawPrintingAreNotAsked() {
    try (Peer peer = Peer.at(address(), new Printer(Map.of(), heard))) {
      introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint()).run(new PjlFilesProbe());
    }
    assertThat(heard).isEmpty();
  }

  @Test
  void aPortThatSwallowsWhatComesTellsNothing() {
    Peer.Behaviour swallows =
        (client, n) -> client.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
    try (Peer peer = Peer.at(address(), swallows)) {
      Observation seen = run(peer).one("service.disclosed");
      assertThat(seen.outcome()).isEqualTo(Outcome.UNDETERMINED);
      assertThat(seen.reason()).startsWith("Whether it speaks PJL cannot be told: ");
    }
  }
}
