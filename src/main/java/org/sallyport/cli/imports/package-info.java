/**
 * The command line for moving: what ownCloud and League kept, read there and sent to the server.
 */
package org.sallyport.cli.imports;
