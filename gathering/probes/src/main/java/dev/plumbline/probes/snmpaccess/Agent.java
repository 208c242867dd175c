package dev.plumbline.probes.snmpaccess;

import dev.plumbline.client.datagram.DatagramClient;
import dev.plumbline.client.datagram.Reply;
import dev.plumbline.observation.network.SnmpAccess;
import dev.plumbline.probes.snmpaccess.Ber.MalformedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Talks to one agent; remembers what it let us do. */
final class Agent {
  private static final Map<Integer, String> NAMES = Map.of(0, "1", 1, "2c", 3, "3");

  private final DatagramClient client;
  private final SnmpLists lists;
  private final Set<String> versions = new LinkedHashSet<>();
  private final List<SnmpAccess.Community> communities = new ArrayList<>();
  private final List<String> users = new ArrayList<>();
  private final List<String> usersRefused = new ArrayList<>();
  private final Map<String, Ber> system = new LinkedHashMap<>();
  private EngineId engine = new EngineId(new byte[0]);
  private boolean anybody;
  private boolean heard;
  private boolean strange;
  private Optional<Reply> lost = Optional.empty();
  private long id = 0x504c_0000L;

  Agent(DatagramClient client, SnmpLists lists) {
    this.client = client;
    this.lists = lists;
  }

  /** Asks everything; an agent whose port refuses is asked no further. */
  void ask() throws InterruptedException {
    long discovery = ++id;
    Optional<SnmpMessage> report = one(discovery(discovery)).filter(m -> reports(m, discovery));
    if (lost.filter(Reply::refused).isPresent()) {
      return;
    }
    if (report.isPresent()) {
      versions.add("3");
      engine = new EngineId(report.get().engine());
    }
    communities();
    if (report.isPresent()) {
      users(report.get());
    }
  }

  /** Asks which engine it is; needs neither community nor user. */
  private static byte[] discovery(long id) {
    return SnmpMessage.user("", new byte[0], 0, 0, id, List.of());
  }

  private static boolean reports(SnmpMessage answer, long asked) {
    return answer.version() == 3 && answer.pdu() == SnmpMessage.REPORT && answer.id() == asked;
  }

  /**
   * All at once, as each that is wrong is met with silence; a question that needs none comes last,
   * to tell that from an agent which hears no more.
   */
  private void communities() throws InterruptedException {
    List<Tried> tried = new ArrayList<>();
    for (int version : new int[] {1, 0}) {
      tried.add(new Tried(version, lists.nobody(), ++id));
      lists.communities().forEach(c -> tried.add(new Tried(version, c, ++id)));
    }
    List<byte[]> questions = new ArrayList<>();
    tried.forEach(
        t -> questions.add(SnmpMessage.get(t.version(), t.community(), t.id(), lists.system())));
    long control = ++id;
    questions.add(discovery(control));
    List<Reply> replies = client.askEach(questions);
    heard = message(replies.getLast()).filter(m -> reports(m, control)).isPresent();
    List<Tried> read = new ArrayList<>();
    for (int i = 0; i < tried.size(); i++) {
      Tried question = tried.get(i);
      Optional<SnmpMessage> answer = message(replies.get(i));
      if (answer.isPresent() && took(answer.get(), question.version(), question.id())) {
        read.add(question);
      }
    }
    anybody = read.stream().anyMatch(t -> t.community().equals(lists.nobody()));
    for (Tried t : read) {
      // Where everybody may read, that a well-known community may says nothing.
      if (!anybody || t.community().equals(lists.nobody())) {
        communities.add(community(t.version(), t.community()));
      }
    }
  }

  private record Tried(int version, String community, long id) {}

  private boolean took(SnmpMessage answer, int version, long asked) {
    if (answer.version() == version
        && answer.pdu() == SnmpMessage.RESPONSE
        && answer.id() == asked) {
      versions.add(NAMES.getOrDefault(version, ""));
      if (answer.gives(asked)) {
        system.putAll(answer.values());
        return true;
      }
    }
    return false;
  }

  private SnmpAccess.Community community(int version, String community)
      throws InterruptedException {
    return new SnmpAccess.Community(
        NAMES.getOrDefault(version, ""), community, writes(version, community));
  }

  /** Sets the contact to the value that it has. */
  private String writes(int version, String community) throws InterruptedException {
    Ber contact = system.get(lists.contact());
    if (contact == null || contact.tag() != Ber.OCTETS) {
      return "unknown";
    }
    Optional<SnmpMessage> answer =
        one(SnmpMessage.set(version, community, ++id, lists.contact(), contact));
    if (answer.isEmpty() || answer.get().pdu() != SnmpMessage.RESPONSE || answer.get().id() != id) {
      return "unknown";
    }
    return answer.get().error() == 0 ? "yes" : "no";
  }

  private void users(SnmpMessage report) throws InterruptedException {
    for (String user : lists.users()) {
      Optional<SnmpMessage> answer =
          one(
              SnmpMessage.user(
                  user, engine.bytes(), report.boots(), report.time(), ++id, lists.system()));
      if (answer.isPresent() && answer.get().id() == id) {
        if (answer.get().gives(id)) {
          users.add(user);
          system.putAll(answer.get().values());
        } else if (answer.get().pdu() == SnmpMessage.REPORT) {
          usersRefused.add(user);
        }
      }
    }
  }

  private Optional<SnmpMessage> one(byte[] question) throws InterruptedException {
    return message(client.ask(question));
  }

  private Optional<SnmpMessage> message(Reply reply) {
    if (reply.first().isEmpty()) {
      lost = Optional.of(reply);
      return Optional.empty();
    }
    try {
      return Optional.of(SnmpMessage.parse(reply.first().get()));
    } catch (MalformedException e) {
      strange = true;
      return Optional.empty();
    }
  }

  /** Whether it spoke SNMP in any version. */
  boolean speaks() {
    return !versions.isEmpty();
  }

  /** Whether it answered among the communities, so that its silence to them is a refusal. */
  boolean heard() {
    return heard;
  }

  boolean refused() {
    return versions.isEmpty() && !strange && lost.filter(Reply::refused).isPresent();
  }

  /** Why it is not known to speak. */
  String why() {
    if (strange) {
      return "what came is no SNMP, or answers nothing that was asked";
    }
    String silent = lost.map(Reply::why).orElse("what came answers nothing that was asked");
    return silent
        + "; to a community that it does not know an agent says nothing, and "
        + lists.communities().size()
        + " were tried";
  }

  SnmpAccess fact() {
    return new SnmpAccess(
        true,
        Optional.of(List.copyOf(versions)),
        Optional.of(communities),
        Optional.of(anybody),
        Optional.of(users),
        Optional.of(anybody ? 1L : lists.communities().size()),
        Optional.of((long) users.size() + usersRefused.size()),
        Optional.of(heard),
        Optional.of("well-known communities and user names"),
        Optional.empty());
  }

  /** Whether any value of the system group was read. */
  boolean told() {
    return !system.isEmpty();
  }

  /** The text of a value of the system group; empty when it was not read. */
  String system(int number) {
    Ber value = system.get(lists.system().get(number));
    return value != null && value.tag() == Ber.OCTETS ? value.text() : "";
  }

  /** The name of its engine, which it tells to anybody; empty without version 3. */
  EngineId engine() {
    return engine;
  }
}
