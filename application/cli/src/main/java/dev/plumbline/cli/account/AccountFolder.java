package dev.plumbline.cli.account;

import dev.plumbline.app.account.Accounts;
import dev.plumbline.cli.option.AuthorOption;
import picocli.CommandLine.Mixin;

/** Where the accounts lie: with the keys. */
final class AccountFolder {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private AuthorOption author;

  Accounts accounts() {
    return Accounts.beside(author.keys().folder());
  }
}
