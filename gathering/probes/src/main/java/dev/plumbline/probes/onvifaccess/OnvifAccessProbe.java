package dev.plumbline.probes.onvifaccess;

import dev.plumbline.client.data.DataFile;
import dev.plumbline.client.disclosure.Disclosures;
import dev.plumbline.client.disclosure.GivenAway;
import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpLimits;
import dev.plumbline.client.login.Services;
import dev.plumbline.client.login.Services.Service;
import dev.plumbline.client.onvif.OnvifClient;
import dev.plumbline.client.onvif.OnvifClient.Answer;
import dev.plumbline.client.onvif.OnvifClient.Result;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.observation.network.OnvifAccess;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.Wire;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls reading operations of ONVIF without a login. */
public final class OnvifAccessProbe implements Probe {

  private static final BoundedPattern USER =
      BoundedPattern.compile("<(?:\\w+:)?Username>([^<]{1,60})</");

  private final ProbeSpec spec = ProbeSpec.load(OnvifAccessProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    List<Mapping> operations =
        DataFile.mapping(OnvifAccessProbe.class, "operations.yaml").mappings("operations");
    Disclosures disclosures = Disclosures.load();
    context.each(
        Services.speaking(context, "http"),
        s -> s.endpoint().toString(),
        service -> {
          HttpClient http =
              new HttpClient(context, service.endpoint(), service.tls(), HttpLimits.PAGE);
          try {
            ask(context, service, new OnvifClient(http), operations, disclosures);
          } catch (IOException e) {
            context.undetermined(
                OnvifAccess.class,
                service.endpoint().toString(),
                "Whether it speaks ONVIF cannot be told: " + e.getMessage());
          }
        });
  }

  /** The first operation needs no login on any device, so that its answer shows the protocol. */
  private void ask(
      ProbeContext context,
      Service service,
      OnvifClient client,
      List<Mapping> operations,
      Disclosures disclosures)
      throws IOException, InterruptedException {
    String subject = service.endpoint().toString();
    Answer first = call(client, operations.getFirst());
    Wire wire = first.exchange().wire();
    boolean shut = isShut(first);
    if (first.result() == Result.FAULT) {
      throw new IOException("it fails with status " + first.status());
    }
    if (first.result() == Result.OTHER && first.exchange().response().saysNothing()) {
      throw new IOException("status " + first.status());
    }
    if (first.result() == Result.OTHER && !shut) {
      context.seen(
          subject,
          new OnvifAccess(
              Optional.of(false),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              List.of(name(operations.getFirst())),
              Optional.empty()),
          wire);
      return;
    }
    List<OnvifAccess.Open> open = new ArrayList<>();
    List<String> guarded = new ArrayList<>();
    List<String> unanswered = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    List<String> users = List.of();
    for (Mapping operation : operations) {
      try {
        Answer answer = call(client, operation);
        if (answer.result() == Result.ANSWERED) {
          open.add(new OnvifAccess.Open(name(operation), operation.text("kind").orElseThrow()));
          text.append(answer.text()).append('\n');
          if (name(operation).equals("GetUsers")) {
            users = USER.matcher(answer.text()).results().map(m -> m.group(1)).limit(20).toList();
          }
          wire = answer.exchange().wire();
        } else if (answer.result() == Result.DENIED || isShut(answer)) {
          guarded.add(name(operation));
        } else if (answer.result() != Result.MISSING) {
          unanswered.add(name(operation));
        }
      } catch (IOException e) {
        unanswered.add(name(operation));
      }
    }
    GivenAway.record(
        context,
        spec.id(),
        service.endpoint(),
        disclosures.in(text.toString(), context),
        List.of("onvif"),
        Optional.of(wire));
    context.seen(
        subject,
        new OnvifAccess(
            !shut || !open.isEmpty() ? Optional.of(true) : Optional.empty(),
            Optional.of(open),
            Optional.of(guarded),
            Optional.of(users),
            operations.stream().map(OnvifAccessProbe::name).toList(),
            Optional.of(unanswered)),
        wire);
  }

  /** The web server wants a login before anything is said, whatever would speak behind it. */
  private static boolean isShut(Answer answer) {
    return answer.status() == 401 || answer.status() == 403;
  }

  private static Answer call(OnvifClient client, Mapping operation)
      throws IOException, InterruptedException {
    return client.call(operation.text("service").orElseThrow(), name(operation));
  }

  private static String name(Mapping operation) {
    return operation.text("name").orElseThrow();
  }
}
