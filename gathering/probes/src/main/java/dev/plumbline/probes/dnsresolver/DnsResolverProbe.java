package dev.plumbline.probes.dnsresolver;

import dev.plumbline.client.datagram.DatagramClient;
import dev.plumbline.client.datagram.DnsMessages;
import dev.plumbline.client.datagram.Reply;
import dev.plumbline.client.datagram.UdpEndpoints;
import dev.plumbline.client.disclosure.Disclosures;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.observation.network.DnsResolver;
import dev.plumbline.observation.network.ServiceDisclosed;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** Asks name servers for a name that is not theirs, and for their version. */
public final class DnsResolverProbe implements Probe {

  private static final String NAME = "plumbline.invalid.";
  private static final String VERSION = "version.bind.";
  private static final int PORT = 53;
  private static final int MOST_TEXT = 200;

  private final ProbeSpec spec = ProbeSpec.load(DnsResolverProbe.class);
  private final Disclosures disclosures = Disclosures.load();
  private final Duration patience;

  public DnsResolverProbe() {
    // A resolver asks others before it answers.
    this(Duration.ofSeconds(4));
  }

  DnsResolverProbe(Duration patience) {
    this.patience = patience;
  }

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    context.each(
        UdpEndpoints.of(context, "dns", PORT),
        Endpoint::toString,
        endpoint -> {
          context.progress("asking for names at " + endpoint, 0.5);
          ask(context, endpoint);
        });
  }

  private void ask(ProbeContext context, Endpoint endpoint) throws InterruptedException {
    byte[] name = DnsMessages.question(NAME, Type.A, DClass.IN, true);
    byte[] version = DnsMessages.question(VERSION, Type.TXT, DClass.CH, false);
    List<Reply> replies =
        new DatagramClient(context, endpoint, patience).askEach(List.of(name, version));
    Optional<Message> resolved =
        replies.getFirst().first().flatMap(d -> DnsMessages.answer(name, d));
    Optional<Message> told = replies.get(1).first().flatMap(d -> DnsMessages.answer(version, d));
    String subject = endpoint.toString();
    if (resolved.isPresent() || told.isPresent()) {
      record(context, subject, resolved, told);
    } else if (replies.stream().allMatch(Reply::refused)) {
      context.seen(subject, DnsResolver.portRefused());
    } else {
      boolean strange = replies.stream().anyMatch(r -> r.first().isPresent());
      context.undetermined(
          DnsResolver.class,
          subject,
          strange ? "what came is no answer of DNS" : replies.getFirst().why());
    }
  }

  private void record(
      ProbeContext context, String subject, Optional<Message> resolved, Optional<Message> told) {
    String version = told.map(DnsResolverProbe::text).orElse("");
    context.seen(
        subject,
        new DnsResolver(
            true,
            Optional.of(resolved.map(DnsResolverProbe::recursive).orElse("unknown")),
            Optional.of(resolved.map(m -> Rcode.string(m.getRcode())).orElse("")),
            Optional.of(version),
            Optional.of(List.of(NAME, VERSION)),
            Optional.of(resolved.isPresent() && told.isPresent()),
            Optional.empty()));
    List<ServiceDisclosed.Given> facts =
        disclosures.in(
            Optional.empty(), Optional.of(version).filter(v -> v.matches(".*\\d.*")), "", context);
    if (told.isPresent()) {
      context.seen(subject, new ServiceDisclosed(facts, List.of("version.bind"), Optional.empty()));
    } else {
      context.undetermined(ServiceDisclosed.class, subject, "no answer about its version came");
    }
  }

  /** A server that has the name of nobody can only know by asking others. */
  private static String recursive(Message answer) {
    int code = answer.getRcode();
    if (code == Rcode.REFUSED || code == Rcode.NOTAUTH || code == Rcode.NOTIMP) {
      return "no";
    }
    boolean available = answer.getHeader().getFlag(Flags.RA);
    return available && (code == Rcode.NXDOMAIN || code == Rcode.NOERROR) ? "yes" : "unknown";
  }

  private static String text(Message answer) {
    String text =
        answer.getSection(Section.ANSWER).stream()
            .filter(TXTRecord.class::isInstance)
            .flatMap(r -> ((TXTRecord) r).getStrings().stream())
            .findFirst()
            .orElse("");
    return text.substring(0, Math.min(MOST_TEXT, text.length()));
  }
}
