/** Commands on the accounts of a workbench that listens on the network. */
@org.jspecify.annotations.NullMarked
package dev.plumbline.cli.account;
