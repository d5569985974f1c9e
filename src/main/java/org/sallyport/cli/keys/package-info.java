/** The command line for signing keys: making files of them, and rotating those of a server. */
package org.sallyport.cli.keys;
