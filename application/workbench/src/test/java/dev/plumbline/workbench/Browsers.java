package dev.plumbline.workbench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Many browsers of one workbench, so that none of them sends more at once than one may. */
final class Browsers {
  private static final int EACH = 5;

  private final List<Client> clients = new ArrayList<>();
  private final List<String> tokens = new ArrayList<>();

  /** So many that this many forms can be sent at once. */
  static Browsers sending(int forms, Workbench workbench) throws IOException, InterruptedException {
    Browsers browsers = new Browsers();
    for (int i = 0; i < forms; i += EACH) {
      Client client = Client.of(workbench);
      browsers.clients.add(client);
      browsers.tokens.add(client.csrf());
    }
    return browsers;
  }

  /** Sends one of the forms. */
  HttpResponse<String> send(int form, String path, String... fields)
      throws IOException, InterruptedException {
    int by = form / EACH;
    return clients.get(by).send(path, tokens.get(by), List.of(), fields);
  }
}
