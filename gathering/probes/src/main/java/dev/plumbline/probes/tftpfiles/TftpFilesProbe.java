package dev.plumbline.probes.tftpfiles;

import dev.plumbline.client.data.DataFile;
import dev.plumbline.client.datagram.DatagramClient;
import dev.plumbline.client.datagram.Reply;
import dev.plumbline.client.datagram.UdpEndpoints;
import dev.plumbline.client.disclosure.Disclosures;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.observation.network.ServiceDisclosed;
import dev.plumbline.observation.network.TftpFiles;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks for well-known files over TFTP (RFC 1350). */
public final class TftpFilesProbe implements Probe {

  private static final String NOWHERE = "plumbline.no-such-file";
  private static final int PORT = 69;
  private static final int HEAD = 4;

  private final ProbeSpec spec = ProbeSpec.load(TftpFilesProbe.class);
  private final Disclosures disclosures = Disclosures.load();
  private final List<String> names = DataFile.lines(TftpFilesProbe.class, "files.txt");
  private final Duration patience;

  public TftpFilesProbe() {
    this(Duration.ofMillis(1_500));
  }

  TftpFilesProbe(Duration patience) {
    this.patience = patience;
  }

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    context.each(
        UdpEndpoints.of(context, "tftp", PORT),
        Endpoint::toString,
        endpoint -> {
          context.progress("asking for files at " + endpoint, 0.5);
          ask(context, new DatagramClient(context, endpoint, patience));
        });
  }

  private void ask(ProbeContext context, DatagramClient client) throws InterruptedException {
    String subject = client.endpoint().toString();
    // A server answers from another port, so that only a refusal is heard near, and that is soon.
    Reply near = client.within(patience.dividedBy(10)).ask(read(NOWHERE));
    DatagramClient wide = client.hearingAllPorts();
    Reply first = near.silent() ? wide.ask(read(NOWHERE)) : near;
    if (first.silent()) {
      first = client.ask(read(NOWHERE));
    }
    if (first.refused()) {
      context.seen(subject, TftpFiles.portRefused());
      return;
    }
    Optional<Answer> nowhere = first.first().flatMap(Answer::parse);
    if (nowhere.isEmpty()) {
      boolean strange = first.first().isPresent();
      context.undetermined(
          TftpFiles.class, subject, strange ? "what came is no answer of TFTP" : first.why());
      return;
    }
    if (nowhere.get().isData()) {
      context.undetermined(
          TftpFiles.class, subject, "it sends a file that is hardly there, so any");
      return;
    }
    List<Reply> replies =
        (near.first().isPresent() ? client : wide)
            .askEach(names.stream().map(TftpFilesProbe::read).toList());
    record(context, subject, replies);
  }

  private void record(ProbeContext context, String subject, List<Reply> replies) {
    List<TftpFiles.Sent> readable = new ArrayList<>();
    List<String> unanswered = new ArrayList<>();
    List<ServiceDisclosed.Given> facts = new ArrayList<>();
    for (int i = 0; i < replies.size(); i++) {
      Optional<Answer> answer = replies.get(i).first().flatMap(Answer::parse);
      if (answer.isEmpty()) {
        unanswered.add(names.get(i));
      } else if (answer.get().isData()) {
        readable.add(new TftpFiles.Sent(names.get(i), answer.get().content().length, "data"));
        String text = new String(answer.get().content(), StandardCharsets.ISO_8859_1);
        facts.addAll(given(names.get(i), text, context));
      }
    }
    context.seen(
        subject,
        new TftpFiles(
            true,
            Optional.of(readable),
            Optional.of((long) names.size()),
            Optional.of(unanswered),
            Optional.empty()));
    context.seen(
        subject,
        new ServiceDisclosed(
            facts,
            List.of("first blocks of " + readable.size() + " files"),
            Optional.of(unanswered)));
  }

  /** What a file gives away; a secret is named by its kind and place. */
  private List<ServiceDisclosed.Given> given(String file, String text, ProbeContext context) {
    String kind = text.contains("PRIVATE KEY-----") ? "private key" : "password in the clear";
    return disclosures.in(text, context).stream()
        .map(
            f ->
                f.kind().equals("secret")
                    ? new ServiceDisclosed.Given("secret", kind + " at " + file, true)
                    : f)
        .distinct()
        .toList();
  }

  private static byte[] read(String name) {
    return ("\0\1" + name + "\0octet\0").getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * An answer to a read.
   *
   * @param operation 3 for data, 5 for an error
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Answer(int operation, byte[] content) {
    private static final int DATA = 3;
    private static final int ERROR = 5;
    private static final int LARGEST = 512;

    static Optional<Answer> parse(byte[] datagram) {
      if (datagram.length < HEAD || datagram.length > HEAD + LARGEST || datagram[0] != 0) {
        return Optional.empty();
      }
      boolean data = datagram[1] == DATA && datagram[2] == 0 && datagram[3] == 1;
      boolean error = datagram[1] == ERROR && datagram[2] == 0 && (datagram[3] & 0xff) <= 8;
      return data || error
          ? Optional.of(
              new Answer(
                  datagram[1], java.util.Arrays.copyOfRange(datagram, HEAD, datagram.length)))
          : Optional.empty();
    }

    boolean isData() {
      return operation == DATA;
    }
  }
}
