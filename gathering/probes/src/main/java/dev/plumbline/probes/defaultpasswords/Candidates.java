package dev.plumbline.probes.defaultpasswords;

import dev.plumbline.client.data.DataFile;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.dossier.Product.PasswordSample;
import dev.plumbline.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Passwords that others can know, likeliest first: those of other units, then those that a worm
 * tried, user by user in turns. The unit's own password is none of them; that it works is no news.
 */
record Candidates(String list, List<Candidate> logins) {
  /** Services whose first user is rather {@code admin} than {@code root}. */
  private static final List<String> ADMINS = List.of("http", "ftp", "rtsp", "mqtt", "onvif");

  private static final int MOST_SAMPLES = 3;
  private static final int MOST_FOR_A_DECLARED_USER = 5;

  Candidates {
    logins = List.copyOf(logins);
  }

  /**
   * A login to try.
   *
   * @param list where it is from
   */
  record Candidate(String user, String password, String list) {
    @Override
    public String toString() {
      return "Candidate[user=" + user + ", password=***, list=" + list + "]";
    }
  }

  /**
   * @param kind of the mechanism; web logins are more often for {@code admin}, shells for {@code
   *     root}
   */
  static Candidates of(Product product, String kind) {
    YamlNode.Mapping file = DataFile.mapping(Candidates.class, "mirai-2016.yaml");
    String name = file.text("name").orElseThrow();
    List<Candidate> known = new ArrayList<>();
    for (YamlNode.Mapping login : file.mappings("logins")) {
      String password =
          login.get("password").filter(YamlNode.Scalar.class::isInstance).isPresent()
              ? ((YamlNode.Scalar) login.get("password").get()).text()
              : "";
      known.add(new Candidate(login.text("user").orElseThrow(), password, name));
    }
    if (ADMINS.stream().anyMatch(kind::startsWith)) {
      known.sort(Comparator.comparing(c -> !c.user().equals("admin")));
    }
    List<Candidate> samples = samples(product);
    List<Candidate> listed = new ArrayList<>(declaredUsers(product, known));
    listed.addAll(known);
    Set<Candidate> all = new LinkedHashSet<>(samples);
    all.addAll(inTurns(listed));
    return new Candidates(samples.isEmpty() ? name : "other units, " + name, List.copyOf(all));
  }

  private static List<Candidate> samples(Product product) {
    Set<String> own = new LinkedHashSet<>();
    for (PasswordSample s : product.samples()) {
      if (s.unit().equals(product.unit()) || s.unit().equals(product.serial())) {
        own.add(s.password());
      }
    }
    // A password that this unit shares with another one is the one that matters most.
    return product.samples().stream()
        .filter(s -> !s.unit().equals(product.unit()) && !s.unit().equals(product.serial()))
        .sorted(Comparator.comparing(s -> !own.contains(s.password())))
        .map(s -> new Candidate(s.user(), s.password(), "other units"))
        .distinct()
        .limit(MOST_SAMPLES)
        .toList();
  }

  /**
   * One password of each user, then the second of each, and so on: a lock of one account then hides
   * as little as it can.
   */
  private static List<Candidate> inTurns(List<Candidate> logins) {
    Map<String, Integer> turns = new HashMap<>();
    Map<Integer, List<Candidate>> byTurn = new TreeMap<>();
    for (Candidate login : logins) {
      int turn = turns.merge(login.user(), 1, Integer::sum);
      byTurn.computeIfAbsent(turn, t -> new ArrayList<>()).add(login);
    }
    return byTurn.values().stream().flatMap(List::stream).toList();
  }

  /** A declared user that the list does not know, with the passwords that it tries most. */
  private static List<Candidate> declaredUsers(Product product, List<Candidate> known) {
    List<Candidate> more = new ArrayList<>();
    for (Credential credential : product.credentials()) {
      boolean listed = known.stream().anyMatch(k -> k.user().equals(credential.user()));
      if (!listed && !credential.user().isBlank()) {
        known.stream()
            .map(Candidate::password)
            .filter(p -> !p.isEmpty())
            .distinct()
            .limit(MOST_FOR_A_DECLARED_USER)
            .forEach(p -> more.add(new Candidate(credential.user(), p, known.getFirst().list())));
      }
    }
    return more;
  }
}
