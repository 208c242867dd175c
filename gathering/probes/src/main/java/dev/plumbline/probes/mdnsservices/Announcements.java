package dev.plumbline.probes.mdnsservices;

import dev.plumbline.client.data.DataFile;
import dev.plumbline.client.datagram.DatagramClient;
import dev.plumbline.client.datagram.DnsMessages;
import dev.plumbline.client.datagram.Reply;
import dev.plumbline.observation.network.MdnsServices;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** Asks one responder for everything that it announces. */
final class Announcements {
  private static final String KINDS = "_services._dns-sd._udp.local.";

  /** RFC 6762, section 5.4: answer by unicast. */
  private static final int UNICAST = 0x8000;

  /**
   * Silence is the usual answer to a kind that is not listed, so that each costs this wait; an
   * answer is due within 120 ms (RFC 6762, section 6).
   */
  private static final Duration PROMPT = Duration.ofMillis(500);

  private static final int MOST_KINDS = 32;
  private static final int MOST_INSTANCES = 64;
  private static final int MOST_TEXTS = 40;

  private final DatagramClient client;
  private final DatagramClient prompt;
  private final Set<Name> kinds = new LinkedHashSet<>();
  private final List<MdnsServices.Service> services = new ArrayList<>();
  private final List<String> unanswered = new ArrayList<>();
  private Optional<Reply> first = Optional.empty();
  private boolean answered;

  private Announcements(DatagramClient client, DatagramClient prompt) {
    this.client = client;
    this.prompt = prompt;
  }

  /**
   * Asks.
   *
   * @param patience of the client
   */
  static Announcements of(DatagramClient client, Duration patience) throws InterruptedException {
    Duration shorter = patience.compareTo(PROMPT) < 0 ? patience : PROMPT;
    Announcements announcements = new Announcements(client, client.within(shorter));
    announcements.ask();
    return announcements;
  }

  private void ask() throws InterruptedException {
    byte[] question = DnsMessages.question(KINDS, Type.PTR, DClass.IN | UNICAST, false);
    Reply reply = client.ask(question);
    first = Optional.of(reply);
    Optional<Message> answer = reply.first().flatMap(d -> DnsMessages.announcement(question, d));
    if (answer.isEmpty()) {
      return;
    }
    answered = true;
    List<Name> listed = pointers(answer.get()).distinct().toList();
    listed.stream().limit(MOST_KINDS).forEach(kinds::add);
    if (listed.size() > kinds.size()) {
      unanswered.add(listed.size() - kinds.size() + " more kinds");
    }
    Map<Name, Name> instances = new LinkedHashMap<>();
    List<Name> named = List.copyOf(kinds);
    List<Optional<Message>> answers = each(client, named, Type.PTR);
    for (int i = 0; i < named.size(); i++) {
      Name kind = named.get(i);
      answers
          .get(i)
          .ifPresentOrElse(
              m -> pointers(m).forEach(n -> instances.putIfAbsent(n, kind)),
              () -> unanswered.add(kind.toString()));
    }
    List<Name> usual = usual().filter(k -> !kinds.contains(k)).toList();
    List<Optional<Message>> told = each(prompt, usual, Type.PTR);
    for (int i = 0; i < usual.size(); i++) {
      hidden(usual.get(i), told.get(i), instances);
    }
    describe(instances);
  }

  /** Kinds that a responder may answer for although its list does not name them. */
  private static Stream<Name> usual() {
    return DataFile.lines(Announcements.class, "kinds.txt").stream()
        .map(k -> Name.fromConstantString(k + ".local."));
  }

  /** Silence at a kind that was not announced is what a responder without it says. */
  private void hidden(Name kind, Optional<Message> answer, Map<Name, Name> instances) {
    List<Name> told = answer.map(m -> pointers(m).toList()).orElse(List.of());
    if (!told.isEmpty()) {
      kinds.add(kind);
      told.forEach(n -> instances.putIfAbsent(n, kind));
    }
  }

  private void describe(Map<Name, Name> instances) throws InterruptedException {
    List<Map.Entry<Name, Name>> kept = instances.entrySet().stream().limit(MOST_INSTANCES).toList();
    List<Name> names = kept.stream().map(Map.Entry::getKey).toList();
    List<Optional<Message>> ports = each(client, names, Type.SRV);
    List<Optional<Message>> texts = each(client, names, Type.TXT);
    for (int i = 0; i < names.size(); i++) {
      Name name = names.get(i);
      Optional<SRVRecord> at = records(ports.get(i), SRVRecord.class).findFirst();
      if (at.isEmpty() || texts.get(i).isEmpty()) {
        unanswered.add(name.toString());
      }
      List<String> told =
          records(texts.get(i), TXTRecord.class)
              .flatMap(t -> t.getStrings().stream())
              .filter(t -> !t.isBlank())
              .limit(MOST_TEXTS)
              .toList();
      services.add(
          new MdnsServices.Service(
              name.toString(true),
              kept.get(i).getValue().toString(true),
              at.map(s -> s.getTarget().toString(true)),
              at.map(SRVRecord::getPort),
              Optional.of(told)));
    }
    if (instances.size() > names.size()) {
      unanswered.add(instances.size() - names.size() + " more instances");
    }
  }

  private static List<Optional<Message>> each(DatagramClient client, List<Name> names, int type)
      throws InterruptedException {
    List<byte[]> questions =
        names.stream().map(n -> DnsMessages.question(n, type, DClass.IN | UNICAST, false)).toList();
    List<Reply> replies = client.askEach(questions);
    List<Optional<Message>> answers = new ArrayList<>();
    for (int i = 0; i < replies.size(); i++) {
      byte[] question = questions.get(i);
      answers.add(replies.get(i).first().flatMap(d -> DnsMessages.announcement(question, d)));
    }
    return answers;
  }

  private static Stream<Name> pointers(Message answer) {
    return records(Optional.of(answer), PTRRecord.class).map(PTRRecord::getTarget);
  }

  private static <R extends Record> Stream<R> records(Optional<Message> answer, Class<R> type) {
    return answer.stream()
        .flatMap(m -> m.getSection(Section.ANSWER).stream())
        .filter(type::isInstance)
        .map(type::cast);
  }

  boolean answered() {
    return answered;
  }

  boolean refused() {
    return first.filter(Reply::refused).isPresent();
  }

  /** Why it is not known to speak. */
  String why() {
    return first
        .filter(r -> r.first().isEmpty())
        .map(Reply::why)
        .orElse("what came is no answer of mDNS");
  }

  /**
   * What it announced.
   *
   * @param group what became of asking the group of the link
   */
  MdnsServices fact(String group) {
    return new MdnsServices(
        true,
        Optional.of(kinds.stream().map(k -> k.toString(true)).toList()),
        Optional.of(services),
        Optional.of(KINDS),
        Optional.of(unanswered),
        Optional.empty(),
        Optional.of(group));
  }

  /** Kinds and instances that were asked about in vain. */
  List<String> unanswered() {
    return List.copyOf(unanswered);
  }

  /** All that was announced, a line each. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (MdnsServices.Service service : services) {
      text.append(service.name()).append('\n');
      service.host().ifPresent(h -> text.append(h).append('\n'));
      service.texts().orElse(List.of()).forEach(t -> text.append(t).append('\n'));
    }
    return text.toString();
  }
}
