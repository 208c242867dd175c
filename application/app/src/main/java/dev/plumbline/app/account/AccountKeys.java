package dev.plumbline.app.account;

import dev.plumbline.app.team.Signers;
import dev.plumbline.dossier.signed.Signer;
import java.io.IOException;
import java.nio.file.Path;

/** Each person who has an account signs with the key of that account. */
public record AccountKeys(Accounts accounts) implements Signers {
  @Override
  public Signer signer(String person, Path dossier) throws IOException {
    Account account =
        accounts.all().stream()
            .filter(a -> a.person().equals(person))
            .findFirst()
            .orElseThrow(() -> new IOException("Nobody of that name has an account any more."));
    return Signer.of(person, accounts.keyFile(account).pairOutside(dossier));
  }
}
