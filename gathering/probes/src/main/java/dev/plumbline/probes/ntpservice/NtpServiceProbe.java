package dev.plumbline.probes.ntpservice;

import dev.plumbline.client.datagram.DatagramClient;
import dev.plumbline.client.datagram.Reply;
import dev.plumbline.client.datagram.UdpEndpoints;
import dev.plumbline.client.disclosure.Disclosures;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.observation.network.NtpService;
import dev.plumbline.observation.network.ServiceDisclosed;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** Asks time servers for the time, their variables and their clients. */
public final class NtpServiceProbe implements Probe {

  private static final int PORT = 123;
  private static final BoundedPattern VERSION =
      BoundedPattern.compile("version=\"([^\"]{1,120})\"");
  private static final BoundedPattern SYSTEM = BoundedPattern.compile("system=\"([^\"]{1,120})\"");

  private final ProbeSpec spec = ProbeSpec.load(NtpServiceProbe.class);
  private final Disclosures disclosures = Disclosures.load();
  private final Duration patience;

  public NtpServiceProbe() {
    this(Duration.ofMillis(1_500));
  }

  NtpServiceProbe(Duration patience) {
    this.patience = patience;
  }

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    context.each(
        UdpEndpoints.of(context, "ntp", PORT),
        Endpoint::toString,
        endpoint -> {
          context.progress("asking the time of " + endpoint, 0.5);
          ask(context, endpoint);
        });
  }

  private void ask(ProbeContext context, Endpoint endpoint) throws InterruptedException {
    List<byte[]> questions = new ArrayList<>();
    questions.add(NtpQuestions.time());
    questions.add(NtpQuestions.variables());
    questions.addAll(NtpQuestions.lists());
    List<Reply> replies = new DatagramClient(context, endpoint, patience).askEach(questions);
    boolean time = replies.getFirst().first().filter(NtpQuestions::tellsTime).isPresent();
    Optional<String> variables = replies.get(1).first().flatMap(NtpQuestions::told);
    int clients =
        replies.subList(2, replies.size()).stream()
            .flatMap(r -> r.first().stream())
            .mapToInt(NtpQuestions::clients)
            .max()
            .orElse(0);
    String subject = endpoint.toString();
    if (time || variables.isPresent() || clients > 0) {
      record(context, subject, time, variables, clients);
    } else if (replies.stream().allMatch(Reply::refused)) {
      context.seen(subject, NtpService.portRefused());
    } else {
      boolean strange = replies.stream().anyMatch(r -> r.first().isPresent());
      context.undetermined(
          NtpService.class,
          subject,
          strange ? "what came is no answer of NTP" : replies.getFirst().why());
    }
  }

  private void record(
      ProbeContext context, String subject, boolean time, Optional<String> variables, int clients) {
    String text = variables.orElse("");
    // What it tells may hold a secret, so that its disclosures are looked for first.
    String shown = String.join("; ", first(VERSION, text), first(SYSTEM, text));
    List<ServiceDisclosed.Given> facts =
        disclosures.in(
            Optional.empty(), Optional.of(shown).filter(s -> s.matches(".*\\d.*")), text, context);
    context.seen(
        subject,
        new NtpService(
            true,
            Optional.of(time),
            Optional.of(variables.isPresent()),
            Optional.of((long) clients),
            Optional.of(List.of("time", "variables", "clients")),
            Optional.of(time),
            Optional.empty()));
    if (time || variables.isPresent()) {
      context.seen(subject, new ServiceDisclosed(facts, List.of("variables"), Optional.empty()));
    } else {
      context.undetermined(
          ServiceDisclosed.class, subject, "neither the time nor its variables were told");
    }
  }

  private static String first(BoundedPattern pattern, String text) {
    Matcher m = pattern.matcher(text);
    return m.find() ? m.group(1) : "";
  }
}
