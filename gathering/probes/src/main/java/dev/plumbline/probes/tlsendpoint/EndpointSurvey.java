package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.client.http.ServerNames;
import dev.plumbline.client.tls.CertificateFacts;
import dev.plumbline.client.tls.ClientHello;
import dev.plumbline.client.tls.Codes;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probes.tlsendpoint.HelloResult.Agreed;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * All that is asked of an endpoint that agreed to a version.
 *
 * @param greeting with which it agreed
 */
record EndpointSurvey(
    ProbeContext context,
    Endpoint endpoint,
    Function<Greeting, Interrogation> door,
    Greeting greeting,
    Interrogation interrogation,
    List<VersionResult> versions) {

  /** What a client may want to speak inside; a server may keep another configuration for each. */
  private static final List<String> PROTOCOLS = List.of("h2", "http/1.1", "mqtt");

  void run(TlsReport report) throws InterruptedException {
    AcceptedOptions groups = new GroupSurvey(interrogation).run(versions);
    Tls13Questions tls13 = Tls13Questions.of(interrogation, versions, groups);
    AcceptedOptions signatures = new SignatureSurvey(interrogation, tls13).run(versions);
    Optional<Agreed> opened = Optional.empty();
    if (versions.getLast().accepted()
        && tls13.ask(h -> h.with(ClientHello.EXT_HEARTBEAT, Codes.heartbeat()))
            instanceof Agreed agreed) {
      opened = Optional.of(agreed);
    }
    NameSurvey names = names(groups, opened);
    List<VersionResult> merged = names.merged();
    report.versions(merged, names.told());
    report.suites(merged);
    report.groups(groups, merged);
    report.signatures(signatures, versions);
    report.certificate(merged, opened, names.opened());
    Weaknesses weaknesses = new Weaknesses();
    SuiteWeaknesses.note(merged, weaknesses);
    new WeaknessSurvey(interrogation, weaknesses).run(versions, opened.map(Agreed::flight));
    report.weaknesses(weaknesses, interrogation.questions());
  }

  private NameSurvey names(AcceptedOptions groups, Optional<Agreed> opened)
      throws InterruptedException {
    NameSurvey survey = new NameSurvey(door, versions);
    List<Agreed> shown = new ArrayList<>(opened.stream().toList());
    versions.forEach(v -> shown.addAll(v.agreements()));
    survey.known(shown);
    for (String name : ServerNames.of(context, endpoint, certified(shown))) {
      if (!greeting.serverName().equals(Optional.of(name))) {
        survey.ask(Greeting.host(name), groups);
      }
    }
    for (String protocol : PROTOCOLS) {
      survey.ask(new Greeting(greeting.serverName(), Optional.of(protocol)), groups);
    }
    return survey;
  }

  private static Set<String> certified(List<Agreed> shown) {
    Set<String> names = new LinkedHashSet<>();
    for (Agreed agreed : shown) {
      if (!agreed.flight().chain().isEmpty()) {
        try {
          names.addAll(CertificateFacts.parse(agreed.flight().chain()).names());
        } catch (CertificateException e) {
          // A certificate that cannot be read names nobody.
        }
      }
    }
    return names;
  }
}
