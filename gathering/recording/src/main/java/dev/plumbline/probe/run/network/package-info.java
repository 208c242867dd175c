/** The network beneath a run: addresses in scope, sockets, datagrams and many ports at a time. */
@NullMarked
package dev.plumbline.probe.run.network;

import org.jspecify.annotations.NullMarked;
